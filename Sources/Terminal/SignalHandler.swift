internal import Glibc

/// What runs when a signal comes: only what signal-safety(7) allows.
nonisolated enum SignalHandler {
    /// Where the handler writes a signal's number to, or -1.
    ///
    /// Written before the handlers are installed and after they are removed, so that no handler sees it
    /// change.
    nonisolated(unsafe) static var writeDescriptor: CInt = -1

    /// The action that writes signals to the pipe; interrupted calls go on.
    static var action: sigaction {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            let error = errno
            var byte = UInt8(truncatingIfNeeded: number)
            // A full pipe already wakes the reader; of so many signals some may be lost.
            _ = write(SignalHandler.writeDescriptor, &byte, 1)
            errno = error
        }
        action.sa_flags = SA_RESTART
        return action
    }
}
