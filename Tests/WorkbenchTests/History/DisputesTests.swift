import Annotations
import HumanReview
import Screen
import Testing

@testable import Workbench

/// The disputes screen, by keys and clicks.
@Suite struct DisputesTests {
    @Test(arguments: [(80, 24), (120, 40)]) func disputesAreDrawn(columns: Int, rows: Int) throws {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.resize(columns, rows)
        try expectGolden(lead.screen, "disputes-\(columns)x\(rows)")
    }

    @Test func theConsolidationHasItsWayUntilTheLeadDecides() {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.press("a")
        #expect(lead.settlement == nil)
        #expect(
            lead.screen.contains { $0.contains("2 undecided: as consolidated; a again settles") })
        lead.press("a")
        #expect(
            lead.settlement == [
                LabeledBox.example("dog", 100), LabeledBox.example("cat", 250),
                LabeledBox.example("person", 413),
            ])
    }

    @Test func aLeadTakesOnePersonsBoxTheConsolidatedOrNone() {
        var lead = Reviewer.atDisputes(of: .disputed)
        #expect(lead.state.disputes.dispute?.differing == [1, 2])
        lead.press("2 Tab d a")
        #expect(
            lead.settlement == [LabeledBox.example("dog", 100), LabeledBox.example("dog", 250)])
        lead.send(.teams(.settled(loop: "loop-1")))
        lead.send(.teams(.disputes([], total: 0)))
        #expect(lead.screen.contains { $0.contains("Nothing in dispute") })
    }

    @Test func whoLacksABoxTakesItAway() {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.press("Tab 3 a a")
        #expect(lead.settlement?.map(\.label) == ["dog", "cat"])
    }

    @Test func theLatestSettlementIsTakenBack() {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.press("a a")
        lead.send(.teams(.settled(loop: "loop-1")))
        #expect(lead.screen.contains { $0.contains("exported from now on; u takes it back") })
        lead.send(.teams(.disputes([], total: 0)))
        lead.press("u n u")
        #expect(lead.screen.contains { $0.contains("Take back your latest settlement?") })
        #expect(lead.effects.last != .teams(.undoSettlement))
        lead.press("y")
        #expect(lead.effects.last == .teams(.undoSettlement))
        // A key that repeats takes back one, not one after the other.
        lead.press("u")
        #expect(lead.state.popup == nil)
        lead.send(.teams(.settlementUndone(UndoneSettlement(loop: "loop-1", isDisputed: true))))
        #expect(lead.effects.last == .teams(.readDisputes))
        let other = DisputedLoop(
            loop: OpenTask.example("loop-0").loop, differences: 1, time: LoopHistory.time)
        let own = DisputedLoop(
            loop: LoopHistory.disputed.loop, differences: 2, time: LoopHistory.time)
        lead.send(.teams(.disputes([other, own], total: 2)))
        #expect(lead.state.disputes.current?.loop.name == "loop-1")
        lead.send(.teams(.settlementUndone(nil)))
        #expect(lead.screen.contains { $0.contains("You have settled nothing that can be") })
    }

    @Test func aClickSelectsAndTakesAndTheWheelGoesOn() {
        var lead = Reviewer.atDisputes(of: .disputed)
        func row(_ text: String) -> Int { lead.screen.firstIndex { $0.contains(text) } ?? 0 }
        lead.mouse(.press(.left), (960 - 40, (row(" person  ") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.selection == 1)
        lead.mouse(.press(.left), (960 - 40, (row(" 2 ben") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choice(of: 2) == .answer(1))
        lead.mouse(.press(.left), (960 - 40, (row(" d no box") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choice(of: 2) == .dropped)
        lead.mouse(.wheelDown, (960 - 40, 100))
        #expect(lead.state.disputes.dispute?.selection == 0)
        let before = lead.state.disputes.dispute?.photo.viewport
        lead.mouse(.wheelUp, (100, 100))
        #expect(lead.state.disputes.dispute?.photo.viewport != before)
    }

    @Test func aRefusalSaysWhoMayAndKeepsWhatWasDecided() throws {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.press("2 a a")
        let effect = try #require(lead.effects.last { if case .teams = $0 { true } else { false } })
        guard case .teams(let asked) = effect else { return }
        let lea = Worker(name: "lea")
        lead.send(
            .teams(
                .failed(
                    asked,
                    .notPermitted(worker: Worker(name: "ana"), .adjudicate, allowed: [lea]))))
        #expect(
            lead.screen.contains { $0.contains("may not settle where answers differ; ask lea") })
        #expect(lead.state.disputes.dispute?.choice(of: 1) == .answer(1))
        #expect(lead.state.disputes.dispute?.isSubmitting == false)
    }

    /// Nobody types a note, or goes through the differences, for nothing.
    @Test func whoMayNotIsToldBeforeAnythingIsAsked() {
        let ana = Worker(name: "ana")
        let lea = [Worker(name: "lea")]
        var reviewer = Reviewer.atDisputes(of: .disputed)
        #expect(reviewer.effects.contains(.teams(.readPermissions)))
        reviewer.send(
            .teams(
                .permissions([
                    .adjudicate: .notPermitted(worker: ana, .adjudicate, allowed: lea),
                    .sendBack: .notPermitted(worker: ana, .sendBack, allowed: lea),
                ])))
        for (keys, refusal) in [
            ("a", "may not settle where answers differ; ask lea"),
            ("u", "may not settle where answers differ; ask lea"),
            ("b", "may not send loops back for correction; ask lea"),
            ("B", "may not send loops back for correction; ask lea"),
        ] {
            reviewer.press("Esc")
            reviewer.press(keys)
            #expect(reviewer.screen.contains { $0.contains(refusal) }, "\(keys)")
            #expect(reviewer.state.popup == nil)
            #expect(reviewer.settlement == nil)
            #expect(reviewer.effects.last == .teams(.readPermissions))
        }
        reviewer.press("g h")
        reviewer.send(.teams(.history(.disputed)))
        reviewer.press("B")
        #expect(reviewer.screen.contains { $0.contains("may not send loops back") })
        #expect(reviewer.state.popup == nil)
        // A role that was given meanwhile counts from the next key on.
        reviewer.send(.teams(.permissions([:])))
        reviewer.press("b")
        #expect(reviewer.state.popup != nil)
    }

    @Test func aLoopIsSentBackWithANote() {
        var lead = Reviewer.atDisputes(of: .disputed)
        lead.press("b Enter")
        #expect(lead.state.popup != nil)
        lead.type("too loose")
        lead.press("Tab Tab Enter")
        #expect(
            lead.effects.last
                == .teams(
                    .sendBack(loop: "loop-1", note: "too loose", asked: Worker(name: "ben"))))
        #expect(lead.state.popup == nil)
    }
}
