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
        #expect(lea.screen.contains { $0.contains("stop taken back for 2 loops; 1 have gone") })
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
}
