import Glibc
import Screen

@testable import Terminal

/// A terminal's other side: reads what the program sends and answers by hand.
final class PseudoTerminal {
    let master: CInt
    let path: String

    init?(columns: UInt16, rows: UInt16) {
        master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
        var locked: CInt = 0
        var number: CInt = 0
        var size = [rows, columns, 0, 0]
        guard master >= 0, ioctl(master, Self.setLock, &locked) == 0,
            ioctl(master, Self.getNumber, &number) == 0,
            ioctl(master, Self.setWindowSize, &size) == 0
        else { return nil }
        path = "/dev/pts/\(number)"
    }

    /// Requests of `ioctl_tty(2)`, whose macros Swift does not import.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let setWindowSize: UInt = 0x5414
    private static let getSettings: UInt = 0x5401

    deinit { if !isHungUp { close(master) } }

    private var isHungUp = false

    /// Closes the window.
    func hangUp() {
        isHungUp = true
        close(master)
    }

    /// Types, or answers.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        write(master, bytes, bytes.count)
    }

    /// What has come since the last time.
    func received() -> String {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(master, &bytes, bytes.count)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += bytes.prefix(count)
        }
    }

    /// The line settings: the flags of input, output, control and the line's editing.
    var settings: [UInt32] {
        var settings = [UInt32](repeating: 0, count: 16)
        _ = ioctl(master, Self.getSettings, &settings)
        return Array(settings.prefix(4))
    }

    /// What xterm with sixel answers, of cells of 6×13 pixels.
    static let xtermAnswers =
        "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[6;13;6t\u{1B}[?80;2$y\u{1B}[?1006;1$y\u{1B}[?1016;2$y"
        + "\u{1B}[?1070;2$y\u{1B}[?2026;0$y\u{1B}[?63;1;2;4;22c"
}
