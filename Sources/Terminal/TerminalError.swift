/// Why a terminal could not be opened, with the next step.
nonisolated package enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// The process has no terminal; `path` is the device asked for and `reason` the system's words.
    case noTerminal(path: String, reason: String)
    /// `name` has no terminfo description.
    case unknownTerminal(name: String)
    /// A system call that cannot fail for want of a terminal failed.
    case system(call: String, reason: String)

    /// One line: what failed, why, what to do.
    package var description: String {
        switch self {
        case .noTerminal(let path, let reason):
            "no terminal at \(path): \(reason); run it in a terminal window"
        case .unknownTerminal(let name):
            "TERM=\(name) is not described on this system; "
                + "install ncurses-term or set TERM=xterm-256color"
        case .system(let call, let reason):
            "\(call): \(reason)"
        }
    }
}
