/// Why a terminal could not be opened, with the next step.
nonisolated package enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// The process has no terminal; `path` is the device asked for and `reason` the system's words.
    case noTerminal(path: String, reason: String)
    /// Neither `name` nor xterm-256color has a terminfo description, or ncurses refuses it.
    case unknownTerminal(name: String)
    /// `name` is a terminal that prints line after line.
    case immovableCursor(name: String)
    /// A system call that cannot fail for want of a terminal failed.
    case system(call: String, reason: String)

    /// One line: what failed, why, what to do.
    package var description: String {
        switch self {
        case .noTerminal(let path, let reason):
            "no terminal at \(path): \(reason); run it in a terminal window"
        case .unknownTerminal(let name):
            "TERM=\(name) is not described on this system; "
                + "install ncurses-base"
        case .immovableCursor(let name):
            "TERM=\(name) cannot place its cursor; run it in a terminal window, "
                + "or set TERM to that terminal's name"
        case .system(let call, let reason):
            "\(call): \(reason)"
        }
    }
}
