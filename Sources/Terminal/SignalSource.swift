internal import CNCurses
internal import Glibc

/// Turns signals into something to poll for, by a pipe that their handler writes to.
///
/// A handler is the whole process's: it works for signals that the kernel gives to a thread made before
/// it, by a library for instance, as holding signals back in one thread would not.
package final class SignalSource {
    /// Readable when a signal has come.
    package let descriptor: CInt
    private let writeDescriptor: CInt
    private var before: [CInt: sigaction] = [:]

    /// Catches the signals of ``Signal`` from now on; there is one source at a time.
    package init() throws(TerminalError) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw .system(call: "pipe", reason: TerminalDevice.reason())
        }
        (descriptor, writeDescriptor) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        SignalHandler.writeDescriptor = writeDescriptor
        var signals = sigset_t()
        sigemptyset(&signals)
        for (number, _) in Self.numbers {
            var old = sigaction()
            var new = SignalHandler.action
            sigaction(number, &new, &old)
            before[number] = old
            sigaddset(&signals, number)
        }
        // Whoever started the program may have held them back, which is inherited.
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    isolated deinit {
        for (number, old) in before {
            var old = old
            sigaction(number, &old, nil)
        }
        SignalHandler.writeDescriptor = -1
        close(descriptor)
        close(writeDescriptor)
    }

    /// The signals that have come, in their order.
    package func drain() -> [Signal] {
        var signals: [Signal] = []
        var number: UInt8 = 0
        while read(descriptor, &number, 1) == 1 {
            if let signal = Self.numbers.first(where: { $0.0 == CInt(number) })?.1 {
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
        signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        var action = SignalHandler.action
        sigaction(SIGTSTP, &action, nil)
    }

    private static let numbers: [(CInt, Signal)] = [
        (SIGWINCH, .windowChanged), (SIGTSTP, .stop), (SIGCONT, .resumed), (SIGHUP, .hangup),
        (SIGTERM, .terminate), (SIGINT, .interrupt),
    ]
}
