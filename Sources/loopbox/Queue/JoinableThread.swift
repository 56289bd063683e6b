import Foundation
import Glibc

/// A thread whose end can be waited for.
///
/// Foundation's cannot: what such a thread still frees while the process exits is freed under the hands
/// of the libraries' own destructors.
nonisolated final class JoinableThread: Sendable {
    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }

        func run() {
            Thread.current.name = name
            body()
        }
    }

    /// As the main thread's on most systems, of which only what is touched is taken.
    private static let stackBytes = 8 << 20

    private let thread: pthread_t

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - name: at most 15 bytes, as Linux shows it.
    ///   - body: what it does.
    /// - Throws: ``CommandError`` when the system gives no more threads.
    init(name: String, body: @escaping @Sendable () -> Void) throws {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackBytes)
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            start.release()
            throw CommandError(
                "no thread for the queue: \(String(cString: strerror(status))); raise the limit on "
                    + "processes (ulimit -u)")
        }
        self.thread = thread
    }

    /// Returns when the thread has ended, with all that was its own; to be called once.
    func join() { pthread_join(thread, nil) }
}
