import Glibc

/// The program's standard streams; everything sent there is made printable first.
nonisolated enum Console {
    /// Whether a person sits at both ends, so that the workstation can open.
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal, where a line may be drawn over.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line to standard output.
    static func write(_ line: String) { put(PrintableText.of(line) + "\n", to: STDOUT_FILENO) }

    /// Writes a line of JSON, whose writer has escaped all control characters, or of ``write(_:)``'s.
    static func writeJSON(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func report(_ line: String) {
        put("loopbox: " + PrintableText.of(line) + "\n", to: STDERR_FILENO)
    }

    /// Draws the program's own text over the line standard error is at, nothing for nil.
    static func showProgress(_ text: String?) {
        put("\r\u{1B}[K" + (text ?? ""), to: STDERR_FILENO)
    }

    /// Writes all bytes; a reader that has gone ends the program by SIGPIPE as usual.
    private static func put(_ text: String, to descriptor: CInt) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
