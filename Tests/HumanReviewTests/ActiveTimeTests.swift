import HumanReview
import Testing

@Suite struct ActiveTimeTests {
    private let ann = Worker(name: "ann")
    private let bob = Worker(name: "bob")

    private func journal(_ entries: [(Int64, Edit.Kind, Worker)]) -> [Edit] {
        entries.map {
            Edit(kind: $0.1, worker: $0.2, time: Timestamp(milliseconds: $0.0 * 1000))
        }
    }

    @Test func pausesOfMoreThanAMinuteAreLeftOutWhole() {
        let journal = journal([
            (0, .open, ann), (10, .move, ann), (70, .move, ann), (131, .move, ann),
            (140, .submit, ann),
        ])
        #expect(ActiveTime.milliseconds(of: journal, by: ann) == (10 + 60 + 9) * 1000)
    }

    @Test func timeAwayFromTheImageAndOfOthersIsNotCounted() {
        let journal = journal([
            (0, .open, ann), (5, .move, ann), (6, .open, bob), (9, .move, bob), (20, .open, ann),
            (23, .submit, ann),
        ])
        #expect(ActiveTime.milliseconds(of: journal, by: ann) == 8000)
        #expect(ActiveTime.milliseconds(of: journal, by: bob) == 3000)
    }

    @Test func aClockSetBackCountsNothing() {
        let journal = journal([(100, .open, ann), (40, .move, ann), (45, .submit, ann)])
        #expect(ActiveTime.milliseconds(of: journal, by: ann) == 5000)
    }
}
