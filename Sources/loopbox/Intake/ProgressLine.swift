import Synchronization

/// A line on a terminal that counts what is done; nothing anywhere else.
nonisolated final class ProgressLine: Sendable {
    private struct State {
        var done = 0
        var shownAt: Int64 = 0
    }

    private static let millisecondsBetween: Int64 = 100

    private let total: Int
    private let isShown = Console.isErrorTerminal
    private let state = Mutex(State())

    /// A line about so many files.
    init(total: Int) { self.total = total }

    /// Counts one more, from any thread.
    func advance() {
        guard isShown else { return }
        state.withLock { state in
            state.done += 1
            let now = SystemClock.steadyMilliseconds
            guard now - state.shownAt >= Self.millisecondsBetween else { return }
            state.shownAt = now
            Console.showProgress("\(state.done) of \(total) images")
        }
    }

    /// Takes the line away, so that another can be written.
    func clear() {
        if isShown { Console.showProgress(nil) }
    }
}
