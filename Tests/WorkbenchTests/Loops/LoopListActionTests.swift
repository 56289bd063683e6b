import HumanReview
import Testing
import Workbench

/// What a lead does with loops of the list, by keys.
@Suite struct LoopListActionTests {
    @Test func nothingIsStoppedWithoutItsCountAndAYes() throws {
        var lea = Lead.atLoops()
        lea.press("Space Space v j j S")
        #expect(lea.screen.contains { $0.contains("Stop 5 loops?") })
        try expectGolden(lea.screen, "loops-stop-120x36")
        lea.press("n")
        #expect(!lea.asked.contains { if case .perform = $0 { true } else { false } })
        lea.press("S y")
        #expect(
            lea.asked.contains(
                .perform(.stop, .named((0..<5).map { "loop-\($0)" }))))
        #expect(lea.screen.contains { $0.contains("5 loops stopped; u takes it back") })
        #expect(lea.list.marks.isEmpty)
        lea.press("u")
        #expect(lea.screen.contains { $0.contains("stop taken back for 2 loops; 1 has gone") })
    }

    @Test func everythingIsTheFilterAndNotOnlyWhatWasRead() {
        var lea = Lead.atLoops(350)
        lea.press("/")
        lea.type("label:dog")
        lea.press("Enter % j Space O y")
        #expect(
            lea.asked.contains(
                .perform(
                    .reopen,
                    .matching(LoopFilter(terms: [.init(.labels(["dog"]))]), except: ["loop-1"]))))
        #expect(lea.screen.contains { $0.contains("349 loops reopened") })
    }

    @Test func loopsAreGivenToAWorkerChosenByName() {
        var lea = Lead.atLoops()
        lea.press("T")
        lea.type("bo")
        lea.press("Enter y")
        #expect(
            lea.asked.contains(
                .perform(.reassign(to: Worker(name: "bob")), .named(["loop-0"]))))
        lea.press("T")
        lea.press("Down Down Enter y")
        #expect(lea.asked.contains(.perform(.reassign(to: nil), .named(["loop-0"]))))
    }

    @Test func aRefusalSaysWhoCan() {
        var lea = Lead.atLoops()
        lea.failure = .notPermitted(
            worker: Worker(name: "lea"), .manageLoops, allowed: [Worker(name: "kim")])
        lea.press("S")
        #expect(
            lea.screen.contains {
                $0.contains("lea may not stop, release, reassign or reopen loops; ask kim")
            })
        #expect(lea.state.loops.popup == nil)
        #expect(!lea.state.isBusy)
    }

    @Test func whatIsSelectedIsExported() {
        var lea = Lead.atLoops()
        lea.press("Space E Ctrl+U")
        lea.type("a.csv")
        lea.press("Enter")
        #expect(lea.asked.contains(.export(.named(["loop-0"]), path: "a.csv")))
        #expect(lea.screen.contains { $0.contains("1 loop written to a.csv") })
    }

    @Test(arguments: [true, false]) func aLoopIsSentBackFromTheListAndFromItsView(isOpened: Bool) {
        var lea = Lead.atLoops()
        lea.press(isOpened ? "Enter B" : "B")
        #expect(lea.state.popup == nil)
        #expect(lea.screen.contains { $0.contains("only a completed loop is sent back") })
        lea.press("j B")
        lea.type("too loose")
        lea.press("Tab Enter")
        let ana = Worker(name: "ana")
        #expect(
            lea.others.last == .teams(.sendBack(loop: "loop-1", note: "too loose", asked: ana)))
        let asked = lea.asked.count
        lea.send(.teams(.sentBack(loop: "loop-1", revision: 2)))
        #expect(lea.screen.contains { $0.contains("revision 2 is asked for") })
        #expect(lea.asked[asked...].contains(.view(loop: "loop-1")) == isOpened)
        #expect(lea.asked.count > asked)
    }

    @Test func selectedLoopsAreNotSentBackTogether() {
        var lea = Lead.atLoops()
        lea.press("Space Space B")
        #expect(lea.state.popup == nil)
        #expect(lea.screen.contains { $0.contains("Each loop is sent back with its own note") })
    }

    @Test func whoMayNotGiveLoopsAwayChoosesNobody() {
        var ana = Lead.atLoops()
        let refusal = ReviewError.notPermitted(
            worker: Worker(name: "ana"), .manageLoops, allowed: [Worker(name: "lea")])
        ana.send(.teams(.permissions([.manageLoops: refusal])))
        ana.press("T")
        #expect(ana.state.loops.popup == nil)
        #expect(ana.screen.contains { $0.contains("reassign or reopen loops; ask lea") })
    }
}
