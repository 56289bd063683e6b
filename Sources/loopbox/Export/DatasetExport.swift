import HumanReview

/// Writes answers in a format, one image after another, in memory of one.
nonisolated protocol DatasetExport {
    /// Writes the next image's answer, and returns whether the format has room for it.
    mutating func add(_ answer: FinalAnswer) throws -> Bool
    /// Looks whether the next image can be used, and writes nothing.
    ///
    /// - Throws: ``UnusableImage`` when ``add(_:)`` would.
    func check(_ answer: FinalAnswer) throws
    /// Writes what follows the last image's.
    mutating func finish() throws
}
