internal import Foundation
internal import HumanReview
internal import ReviewStore

/// A store that is asked the same as others, and how far it was read.
final class MeasuredStore {
    let workspace: Workspace
    let store: SQLiteReviewStore
    /// Where the list's next page begins.
    var position: LoopPosition?
    /// Where the next sheet begins.
    var place: ConfidentPlace?
    private var turn = 0
    /// New to the store, so that nothing one of them left lies in the way.
    private let workers: [Worker]

    /// What a screen waits for before it draws what was found so far; see the loops screen.
    static let budget = 60
    private static let workersAtOnce = 16

    /// Opens a workspace's store.
    init(_ workspace: Workspace) throws {
        self.workspace = workspace
        store = try SQLiteReviewStore(workspace: workspace)
        let run = UUID().uuidString.prefix(8)
        workers = (0..<Self.workersAtOnce).map { Worker(name: "measure-\(run)-\($0)") }
    }

    /// Now.
    var now: Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// The worker whose turn it is.
    func nextWorker() -> Worker {
        turn += 1
        return workers[turn % workers.count]
    }
}
