import HumanReview

/// Names of workers as they are given on the command line.
nonisolated enum WorkerName {
    /// The worker of a name.
    ///
    /// - Throws: ``CommandError`` naming the argument when the name cannot be one.
    static func worker(_ name: String, of argument: String) throws -> Worker {
        guard !name.isEmpty, PrintableText.of(name) == name, name.count <= 64 else {
            throw CommandError(
                "\(argument) '\(name)': a name is 1 to 64 printable characters", status: .usage)
        }
        return Worker(name: name)
    }
}
