import HumanReview
import Testing

/// What is said of one loop and of several.
@Suite struct LoopActionTextTests {
    @Test func stoppedLoopsThatAreHeldAreCounted() {
        let texts: [(changed: Int, held: Int, text: String)] = [
            (1, 0, "1 loop stopped; u takes it back"),
            (1, 1, "1 loop stopped, once it is left; u takes it back"),
            (3, 1, "3 loops stopped, 1 of them once it is left; u takes it back"),
            (9, 2, "9 loops stopped, 2 of them once they are left; u takes it back"),
        ]
        for (changed, held, text) in texts {
            let outcome = LoopActionOutcome(chosen: changed, changed: changed, held: held)
            #expect(LoopAction.stop.report(of: outcome, undo: "u") == text)
        }
    }

    @Test func whatStaysAsItIsIsCounted() {
        for (others, text) in [
            (1, "1 of the selection stays as it is."), (2, "2 of the selection stay as they are."),
        ] {
            let outcome = LoopActionOutcome(chosen: 3 + others, changed: 3)
            #expect(LoopAction.stop.consequences(outcome).contains(text))
        }
        let one = LoopActionUndo(action: .stop, changed: 1, kept: 1).report
        #expect(one == "stop taken back for 1 loop; 1 has gone on since and stays")
        let two = LoopActionUndo(action: .stop, changed: 2, kept: 2).report
        #expect(two == "stop taken back for 2 loops; 2 have gone on since and stay")
    }
}
