import Glibc
import Synchronization

/// Carries answers from worker threads to the main thread, waking its `poll`.
nonisolated final class Mailbox<Message: Sendable>: Sendable {
    /// Readable while messages wait.
    let descriptor: CInt
    private let messages = Mutex<[Message]>([])

    /// A mailbox.
    ///
    /// - Throws: the reason when the process has no descriptor left.
    init() throws {
        descriptor = eventfd(0, CInt(EFD_CLOEXEC.rawValue) | CInt(EFD_NONBLOCK.rawValue))
        guard descriptor >= 0 else { throw SystemFailure(doing: "eventfd") }
    }

    deinit { close(descriptor) }

    /// Puts a message in, from any thread.
    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        // The counter cannot overflow in practice, and a full one already wakes the reader.
        _ = eventfd_write(descriptor, 1)
    }

    /// Takes all messages out, in order.
    func drain() -> [Message] {
        var count: eventfd_t = 0
        _ = eventfd_read(descriptor, &count)
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
