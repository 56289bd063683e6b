/// Why a command cannot go on, on one line: what, the cause, the next step.
nonisolated struct CommandError: Error, Hashable, CustomStringConvertible {
    let description: String
    let status: ExitStatus

    /// An error; its text may hold anything, see ``PrintableText``.
    init(_ description: String, status: ExitStatus = .failed) {
        self.description = description
        self.status = status
    }
}
