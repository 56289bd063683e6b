import Glibc
import OrderedJSON
import Synchronization

/// The program's standard streams; everything sent there is made printable first.
nonisolated enum Console {
    /// The error of the first write to standard output that failed, or 0.
    private static let outputError = Mutex<CInt>(0)

    /// Why standard output is not whole, or nil; what a command does besides writing is done.
    static var outputFailure: String? {
        let code = outputError.withLock { $0 }
        guard code != 0 else { return nil }
        return "standard output: \(String(cString: strerror(code))); "
            + "what is printed is not whole, write it elsewhere"
    }

    /// Whether a person sits at both ends, so that the workstation can open.
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal, where a line may be drawn over.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line to standard output.
    static func write(_ line: String) { put(PrintableText.of(line) + "\n", to: STDOUT_FILENO) }

    /// Writes a line of JSON, whose writer has escaped all control characters, or of ``write(_:)``'s.
    static func writeJSON(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

    /// Writes a value as JSON for people and programs to read.
    static func writeJSON(_ value: JSONValue) {
        writeJSON(JSONWriter(style: .pretty).write(value))
    }

    /// Writes a line to standard error.
    static func report(_ line: String) {
        put("loopbox: " + PrintableText.of(line) + "\n", to: STDERR_FILENO)
    }

    /// Draws the program's own text over the line standard error is at, nothing for nil.
    static func showProgress(_ text: String?) {
        put("\r\u{1B}[K" + (text ?? ""), to: STDERR_FILENO)
    }

    /// Draws lines over the terminal's screen, as many and as much of each as it has room for, and one
    /// below them that is there with a single row too.
    static func drawScreen(_ lines: [String], footer: String) {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let (columns, rows) = isKnown ? (Int(size.ws_col), Int(size.ws_row)) : (80, 24)
        let shown = (lines.prefix(max(0, rows - 2)) + [footer]).map {
            String(PrintableText.of($0).prefix(columns)) + "\u{1B}[K"
        }
        // A line feed on the only row would move the footer off the screen.
        let end = rows > 1 ? "\n\u{1B}[J" : ""
        put("\u{1B}[H" + shown.joined(separator: "\n") + end, to: STDOUT_FILENO)
    }

    private static func put(_ text: String, to descriptor: CInt) {
        let code = failure(of: Array(text.utf8)[...], to: descriptor)
        guard code != 0, descriptor == STDOUT_FILENO else { return }
        outputError.withLock { if $0 == 0 { $0 = code } }
    }

    /// Writes all bytes and returns 0, or the error that stopped it; a reader that has gone ends the
    /// program by SIGPIPE as usual.
    private static func failure(of bytes: ArraySlice<UInt8>, to descriptor: CInt) -> CInt {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Somebody made the stream one that does not wait.
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
