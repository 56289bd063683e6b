/// What the program leaves to the shell.
nonisolated enum ExitStatus: Int32 {
    case done = 0
    /// The work could not be done; standard error says why and what to do.
    case failed = 1
    /// The command was not given as it must be.
    case usage = 2
}
