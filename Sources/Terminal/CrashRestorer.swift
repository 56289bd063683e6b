internal import CNCurses
internal import Glibc

/// Gives the terminal back when the program dies of its own fault, so that the report of it can be read
/// and the shell be used.
nonisolated enum CrashRestorer {
    /// What the handler needs: written by the main thread alone, the descriptor last and taken back
    /// first.
    private nonisolated(unsafe) static var descriptor: CInt = -1
    private nonisolated(unsafe) static var settings = termios()
    private nonisolated(unsafe) static var previous: [sigaction] = []

    /// Ends an image, switches mouse, focus and paste reports and colours off, shows the cursor, and
    /// leaves the alternate screen.
    ///
    /// Static storage, so that the handler allocates nothing.
    private static let bytes: StaticString =
        "\u{1B}\\\u{1B}[?1016l\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1004;2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

    private static let signals = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// Guards a terminal found with `settings` from now on.
    static func guardTerminal(_ descriptor: CInt, foundWith settings: termios) {
        self.settings = settings
        self.descriptor = descriptor
        guard previous.isEmpty else { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in CrashRestorer.restore(after: number) }
        for number in signals {
            var old = sigaction()
            sigaction(number, &action, &old)
            previous.append(old)
        }
    }

    /// Guards it no longer: before its descriptor is closed and may become another file's.
    static func release(_ descriptor: CInt) {
        if self.descriptor == descriptor { self.descriptor = -1 }
    }

    /// Restores the terminal, then lets the signal do what it would have done.
    private static func restore(after number: CInt) {
        if descriptor >= 0 {
            _ = write(descriptor, bytes.utf8Start, bytes.utf8CodeUnitCount)
            tcsetattr(descriptor, TCSANOW, &settings)
        }
        for index in 0..<previous.count { sigaction(signals[index], &previous[index], nil) }
        raise(number)
    }
}
