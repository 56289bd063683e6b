import Foundation
import TestSupport

/// A program running in a pseudo-terminal that answers queries as a sixel xterm does.
final class PseudoTerminal {
    static let cell = (width: 6, height: 13)

    /// The number of the program's process.
    var process: pid_t { program.identifier }
    private let program: ChildProgram
    /// Everything the program has written.
    private(set) var output: [UInt8] = []
    private let main: CInt

    /// Numbers of the kernel's and the library's headers that Swift does not import.
    private enum Request {
        /// `TIOCSPTLCK` and `TIOCGPTN` of asm-generic/ioctls.h.
        static let unlock: UInt = 0x4004_5431
        static let number: UInt = 0x8004_5430
    }

    private let columns: Int
    private let rows: Int
    private var scanned = 0

    /// Starts a program; it has the terminal as its controlling one.
    init(
        _ program: String, _ arguments: [String], columns: Int = 120, rows: Int = 40,
        environment: [String: String] = [:]
    ) throws {
        self.columns = columns
        self.rows = rows
        main = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: CUnsignedInt = 0
        var isLocked: CInt = 0
        guard main >= 0, ioctl(main, Request.unlock, &isLocked) == 0,
            ioctl(main, Request.number, &number) == 0
        else { throw CocoaError(.fileReadUnknown) }
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns),
            ws_xpixel: UInt16(columns * Self.cell.width),
            ws_ypixel: UInt16(rows * Self.cell.height))
        _ = ioctl(main, UInt(TIOCSWINSZ), &size)
        _ = fcntl(main, F_SETFL, O_NONBLOCK)
        // The leader of a new session that opens a terminal gets it as its controlling one.
        self.program = try ChildProgram(
            [program] + arguments,
            environment: ["TERM": "xterm-256color"].merging(environment) { $1 },
            input: .file("/dev/pts/\(number)"), output: .same(as: 0), errors: .same(as: 0),
            isSessionLeader: true)
    }

    deinit {
        kill(SIGKILL)
        close(main)
    }

    /// Sends a signal; SIGKILL also waits for the end.
    func kill(_ signal: CInt) {
        program.send(signal)
        if signal == SIGKILL { program.wait() }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// The output as text, without the images in it.
    var text: String {
        let text = String(decoding: output, as: UTF8.self)
        return text.replacingOccurrences(
            of: "\u{1B}P[^\u{1B}]*\u{1B}\\\\", with: "", options: .regularExpression)
    }

    /// Whether the program has written a text so far.
    func has(_ part: String) -> Bool { text.contains(part) }

    /// Whether the program has written a text since it had written so many bytes.
    func has(_ part: String, after count: Int) -> Bool {
        Data(output.dropFirst(count)).range(of: Data(part.utf8)) != nil
    }

    /// Waits for a text.
    func shows(_ part: String) -> Bool { wait { has(part) } }

    /// Reads and answers until a condition holds.
    ///
    /// - Returns: whether it held within the time.
    @discardableResult
    func wait(seconds: Double = 20, until condition: () throws -> Bool) rethrows -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            pump()
            if try condition() { return true }
        }
        return false
    }

    func pass(seconds: Double) { wait(seconds: seconds) { false } }

    /// Waits for the program's end and gives its exit status, or nil when it does not end.
    func exitStatus(seconds: Double = 10) -> Int32? {
        guard wait(seconds: seconds, until: { !program.isRunning }) else { return nil }
        pump()
        guard case .exit(let status) = program.wait() else { return nil }
        return status
    }

    private func pump() {
        var ready = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, 10)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(main, &bytes, bytes.count)
            guard count > 0 else { break }
            output.append(contentsOf: bytes[..<count])
        }
        answerQueries()
    }

    private func answerQueries() {
        let text = String(decoding: output[scanned...], as: UTF8.self)
        let pixels = (columns * Self.cell.width, rows * Self.cell.height)
        let answers = [
            ("\u{1B}[?2;1;0S", "\u{1B}[?2;0;\(pixels.0);\(pixels.1)S"),
            ("\u{1B}[?2;4;0S", "\u{1B}[?2;0;\(pixels.0);\(pixels.1)S"),
            ("\u{1B}[?1;1;0S", "\u{1B}[?1;0;1024S"), ("\u{1B}[?1;4;0S", "\u{1B}[?1;0;1024S"),
            ("\u{1B}[?1016$p", "\u{1B}[?1016;2$y"), ("\u{1B}[5n", "\u{1B}[0n"),
            ("\u{1B}[c", "\u{1B}[?63;1;2;4;6;9;15;16;22;28c"),
        ]
        var found: [(String.Index, String)] = []
        for (query, answer) in answers {
            var range = text.startIndex..<text.endIndex
            while let hit = text.range(of: query, range: range) {
                found.append((hit.lowerBound, answer))
                range = hit.upperBound..<text.endIndex
            }
        }
        guard !found.isEmpty else { return }
        scanned = output.count
        for (_, answer) in found.sorted(by: { $0.0 < $1.0 }) { send(answer) }
    }

    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return }
        }
    }
}
