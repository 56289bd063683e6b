internal import CNCurses
internal import Glibc

/// Turns signals into something to poll for (`signalfd(2)`).
///
/// Made before any other thread, which then inherits that the signals are held back.
package final class SignalSource {
    /// Readable when a signal has come.
    package let descriptor: CInt
    private var before = sigset_t()

    /// Holds the signals of ``Signal`` back from now on.
    package init() throws(TerminalError) {
        var signals = Self.held
        sigprocmask(SIG_BLOCK, &signals, &before)
        descriptor = signalfd(-1, &signals, CInt(SFD_NONBLOCK | SFD_CLOEXEC))
        guard descriptor >= 0 else {
            throw .system(call: "signalfd", reason: TerminalDevice.reason())
        }
    }

    isolated deinit {
        close(descriptor)
        sigprocmask(SIG_SETMASK, &before, nil)
    }

    /// The signals that have come, in the kernel's order.
    package func drain() -> [Signal] {
        var signals: [Signal] = []
        var information = signalfd_siginfo()
        while read(descriptor, &information, MemoryLayout<signalfd_siginfo>.size) > 0 {
            if let signal = Self.signal(numbered: CInt(bitPattern: information.ssi_signo)) {
                signals.append(signal)
            }
        }
        return signals
    }

    /// Stops the process as the terminal's stop key would have, and returns when it is continued.
    ///
    /// The terminal is given back before (``TerminalSession/suspend()``). A process that no shell
    /// could continue is not stopped by the kernel.
    package func stopProcess() {
        var stop = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        Glibc.signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        sigprocmask(SIG_UNBLOCK, &stop, nil)
        sigprocmask(SIG_BLOCK, &stop, nil)
    }

    private static let numbers: [(CInt, Signal)] = [
        (SIGWINCH, .windowChanged), (SIGTSTP, .stop), (SIGCONT, .resumed), (SIGHUP, .hangup),
        (SIGTERM, .terminate), (SIGINT, .interrupt),
    ]

    private static var held: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for (number, _) in numbers { sigaddset(&signals, number) }
        return signals
    }

    private static func signal(numbered number: CInt) -> Signal? {
        numbers.first { $0.0 == number }?.1
    }
}
