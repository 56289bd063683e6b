internal import CNCurses
internal import Glibc

/// The terminal's device: its descriptor and its line settings, as they were found.
///
/// A description of its own (not that of standard input, which other programs share) so that not
/// blocking on it changes nothing for anybody else.
final class TerminalDevice {
    let descriptor: CInt
    private let found: termios

    /// Opens the device.
    init(path: String) throws(TerminalError) {
        let descriptor = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        var settings = termios()
        guard descriptor >= 0 else {
            throw .noTerminal(path: path, reason: Self.reason())
        }
        guard tcgetattr(descriptor, &settings) == 0 else {
            let reason = Self.reason()
            close(descriptor)
            throw .noTerminal(path: path, reason: reason)
        }
        self.descriptor = descriptor
        found = settings
    }

    isolated deinit {
        CrashRestorer.release(descriptor)
        close(descriptor)
    }

    /// Keys one by one, unechoed and untranslated; the keys for signals and flow control stay.
    func enterKeyMode() {
        CrashRestorer.guardTerminal(descriptor, foundWith: found)
        var settings = found
        settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | ISTRIP)
        settings.c_oflag &= ~tcflag_t(OPOST)
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
        settings.c_cflag |= tcflag_t(CS8)
        tcsetattr(descriptor, TCSADRAIN, &settings)
    }

    /// The settings as they were found; what was typed and not read is thrown away.
    func leaveKeyMode() {
        var settings = found
        // TCSAFLUSH would wait for output that a vanished terminal never takes.
        tcflush(descriptor, TCIFLUSH)
        tcsetattr(descriptor, TCSANOW, &settings)
        CrashRestorer.release(descriptor)
    }

    var windowSize: WindowSize? {
        var size = winsize()
        guard cn_window_size(descriptor, &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return WindowSize(
            columns: Int(size.ws_col), rows: Int(size.ws_row), width: Int(size.ws_xpixel),
            height: Int(size.ws_ypixel))
    }

    /// Why the last system call failed, in the system's words.
    static func reason() -> String { String(cString: strerror(errno)) }
}
