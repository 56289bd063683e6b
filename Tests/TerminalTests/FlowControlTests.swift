import Testing

@testable import Terminal

@Suite struct FlowControlTests {
    let start = ContinuousClock.now

    @Test func aFrameOpensOnlyAfterItsAnswer() {
        var flow = FlowControl()
        #expect(flow.isOpen)
        flow.sent(at: start)
        #expect(!flow.isOpen)
        flow.answered()
        #expect(flow.isOpen && flow.deadline == nil)
    }

    @Test func aMissingAnswerHoldsFramesUpForASecond() {
        var flow = FlowControl()
        flow.sent(at: start)
        flow.answered()
        flow.sent(at: start)
        flow.expire(at: start + .milliseconds(900))
        #expect(!flow.isOpen)
        flow.expire(at: start + .seconds(1))
        #expect(flow.isOpen)
    }

    @Test func aTerminalThatNeverAnswersIsWaitedForOnce() {
        var flow = FlowControl()
        flow.sent(at: start)
        flow.expire(at: start + .seconds(1))
        flow.sent(at: start + .seconds(1))
        #expect(flow.isOpen)
        flow.answered()
        flow.sent(at: start + .seconds(2))
        #expect(!flow.isOpen)
    }
}
