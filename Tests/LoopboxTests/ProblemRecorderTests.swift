import Dispatch
import HumanReview
import Synchronization
import Testing

@testable import loopbox

/// What is written of photos that cannot be shown, and how often.
@Suite struct ProblemRecorderTests {
    /// Keeps what it is given, or fails as it is told.
    private final class Store: ProblemStore {
        let written = Mutex<[[String]]>([])
        let failure = Mutex<ReviewError?>(nil)

        func record(_ problems: [InputProblem]) throws -> [Bool] {
            if let failure = failure.withLock({ $0 }) { throw failure }
            written.withLock { $0.append(problems.map { "\($0.path) \($0.reason)" }) }
            return problems.map { _ in true }
        }

        func forgetProblems(of paths: [String], beginningWith words: String) throws {
            written.withLock { $0.append(paths.map { "\($0) forgotten" }) }
        }
    }

    private let store = Store()
    private let queue = DispatchQueue(label: "problems")

    private func recorder(_ fail: @escaping @Sendable (ReviewError) -> Void = { _ in })
        -> ProblemRecorder
    {
        ProblemRecorder(store: store, queue: queue, fail: fail)
    }

    private func report(_ path: String, _ reason: String, to recorder: ProblemRecorder) {
        recorder.report(
            InputProblem(path: path, reason: reason, time: Timestamp(milliseconds: 1)))
    }

    private var written: [[String]] {
        queue.sync {}
        return store.written.withLock { $0 }
    }

    @Test func eachReasonOfAPathIsWrittenOnceAndSeveralAtOnce() {
        let recorder = recorder()
        queue.suspend()
        for _ in 0..<3 {
            report("a", "vanished", to: recorder)
            report("b", "vanished", to: recorder)
            report("a", "damaged", to: recorder)
        }
        queue.resume()
        #expect(written == [["a vanished", "b vanished", "a damaged"]])
        report("b", "vanished", to: recorder)
        #expect(written.count == 1)
    }

    @Test func whatCouldNotBeWrittenIsToldAndTriedAgainWhenItIsMet() {
        let told = TextBox()
        let recorder = recorder { told.text.withLock { [text = $0.description] in $0 = text } }
        store.failure.withLock { $0 = .full(path: "store.sqlite") }
        report("a", "vanished", to: recorder)
        #expect(written.isEmpty)
        #expect(told.text.withLock { $0 }.contains("store.sqlite"))
        store.failure.withLock { $0 = nil }
        report("a", "vanished", to: recorder)
        #expect(written == [["a vanished"]])
    }

    @Test func whatVanishesAgainIsWrittenAgain() {
        let recorder = recorder()
        let reason = "the file cannot be opened: No such file or directory"
        report("a", reason, to: recorder)
        #expect(written.count == 1)
        recorder.noteRead("a")
        #expect(written.count == 2)
        report("a", reason, to: recorder)
        #expect(written == [["a \(reason)"], ["a forgotten"], ["a \(reason)"]])
    }

    private final class TextBox: Sendable {
        let text = Mutex("")
    }
}
