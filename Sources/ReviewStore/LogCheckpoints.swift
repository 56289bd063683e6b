import Dispatch
import Foundation
import GRDB
import Synchronization

/// Carries what was written from the write-ahead log into the store's file, beside the writers.
///
/// SQLite lets the writer whose commit makes the log too long do this, flushing two files: one claim in
/// thirty would wait ten times as long as the others. A connection of its own does it without any
/// writer's waiting.
final class LogCheckpoints: Sendable {
    private let path: String
    private let queue = DispatchQueue(label: "checkpoints", qos: .utility)
    private let isDue = Mutex(false)
    /// Only ever used on ``queue``, and opened there when it is needed; the lock is for `Sendable` only.
    private let connection = Mutex<DatabaseQueue?>(nil)

    /// From the first write to when it is carried over, in milliseconds: what many writes change in this
    /// time is carried over once.
    private static let delay = 250

    /// Pages of a log that has grown too long all the same: then the writer does it.
    ///
    /// Each process that wrote may have ended at once. A log that is much longer makes readers slow.
    static let mostPages = 8_000

    /// Checkpoints of the store at a path.
    init(path: String) { self.path = path }

    /// Tells of a write.
    func noteWrite() {
        let isNew = isDue.withLock { isDue in
            defer { isDue = true }
            return !isDue
        }
        guard isNew else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.delay)) { [weak self] in
            self?.run()
        }
    }

    /// A failure is no one's: the next write asks again, and until then the log has everything.
    private func run() {
        isDue.withLock { $0 = false }
        try? connection.withLock { connection in
            // GRDB opens with `SQLITE_OPEN_CREATE`: whoever removed the workspace would find an empty
            // store in its place.
            guard connection != nil || FileManager.default.fileExists(atPath: path) else { return }
            let opened = try connection ?? DatabaseQueue(path: path)
            connection = opened
            _ = try opened.writeWithoutTransaction { db in try db.checkpoint(.passive) }
        }
    }
}
