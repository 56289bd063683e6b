internal import Glibc

extension TerminalOptions {
    /// Options from the process's own environment.
    package static func fromEnvironment() -> TerminalOptions {
        TerminalOptions { name in getenv(name).map { String(cString: $0) } }
    }
}
