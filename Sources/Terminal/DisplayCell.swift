internal import Screen

/// A cell as it is put on the terminal.
nonisolated struct DisplayCell: Hashable, Sendable {
    /// What a cell holds.
    enum Content: Hashable, Sendable {
        case text
        /// Half blocks of a photo, whose colours NO_COLOR does not forbid.
        case photo
        /// Nothing: an image's pixels are over it, which writing the cell would wipe.
        case pixels
    }

    var cell: Cell
    var content: Content
}
