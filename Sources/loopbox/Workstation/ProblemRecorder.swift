import Dispatch
import HumanReview
import ImageCodecs
import Synchronization

/// Records photos that cannot be shown, each reason once for a path, so that no key waits for it.
///
/// What comes while the queue is busy is one write.
nonisolated final class ProblemRecorder: Sendable {
    private struct Reason: Hashable {
        let path: String
        let text: String

        init(_ problem: InputProblem) { (path, text) = (problem.path, problem.reason) }

        /// Whether the file of a path could not be opened.
        func isOpeningFailure(of path: String) -> Bool {
            self.path == path && text.hasPrefix(ImageFile.openFailure)
        }
    }

    private struct State {
        /// What was reported, so that other sizes and crops of a photo report nothing.
        var known: Set<Reason> = []
        var waiting: [InputProblem] = []
        /// Photos that could be read after all.
        var read: Set<String> = []
    }

    private let store: any ProblemStore
    private let queue: DispatchQueue
    private let state = Mutex(State())
    private let fail: @Sendable (ReviewError) -> Void

    /// A recorder that writes on a queue, and tells from there what could not be written.
    init(
        store: any ProblemStore, queue: DispatchQueue,
        fail: @escaping @Sendable (ReviewError) -> Void
    ) {
        self.store = store
        self.queue = queue
        self.fail = fail
    }

    /// Records a problem soon, unless it was reported before.
    func report(_ problem: InputProblem) {
        let isNew = state.withLock { state in
            state.read.remove(problem.path)
            guard state.known.insert(Reason(problem)).inserted else { return false }
            state.waiting.append(problem)
            return true
        }
        if isNew { queue.async { self.write() } }
    }

    /// Forgets that a file could not be opened, now that it was read; that its photo is another than was
    /// added stays a problem.
    func noteRead(_ path: String) {
        state.withLock { state in
            state.read.insert(path)
            state.waiting.removeAll { Reason($0).isOpeningFailure(of: path) }
            state.known = state.known.filter { !$0.isOpeningFailure(of: path) }
        }
        queue.async { self.write() }
    }

    private func write() {
        let (problems, read) = state.withLock { state in
            defer { (state.waiting, state.read) = ([], []) }
            return (state.waiting, state.read)
        }
        do {
            if !problems.isEmpty { try store.record(problems) }
            guard !read.isEmpty else { return }
            try store.forgetProblems(of: Array(read), beginningWith: ImageFile.openFailure)
        } catch {
            // Whoever meets it again tries again.
            state.withLock { $0.known.subtract(problems.map(Reason.init)) }
            fail(ReviewError(ofWorkspace: error))
        }
    }
}
