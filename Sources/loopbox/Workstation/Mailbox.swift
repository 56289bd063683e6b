import Glibc
import Synchronization

/// Carries answers from worker threads to the main thread, waking its `poll`.
nonisolated final class Mailbox<Message: Sendable>: Sendable {
    /// Readable while messages wait.
    let descriptor: CInt
    private let wakeDescriptor: CInt
    private let messages = Mutex<[Message]>([])

    /// A mailbox.
    ///
    /// - Throws: the reason when the process has no descriptors left.
    init() throws {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemFailure(doing: "pipe") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (descriptor, wakeDescriptor) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(wakeDescriptor)
    }

    /// Puts a message in, from any thread.
    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        // A full pipe already wakes the reader, so a failed write loses nothing.
        var byte: UInt8 = 1
        _ = write(wakeDescriptor, &byte, 1)
    }

    /// Takes all messages out, in order.
    func drain() -> [Message] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) > 0 {}
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
