import HumanReview
import Screen
import Testing

@testable import Workbench

/// The history screen, and what a correction says.
@Suite struct HistoryTests {
    @Test(arguments: [(80, 24), (120, 40)]) func historyIsDrawn(columns: Int, rows: Int) throws {
        var lead = Reviewer([.example()])
        lead.press("g h")
        lead.send(.teams(.history(.corrected)))
        lead.resize(columns, rows)
        try expectGolden(lead.screen, "history-\(columns)x\(rows)")
    }

    @Test func aPhotoThatCannotBeShownIsNamed() throws {
        var atHistory = Reviewer([.example()])
        atHistory.press("g h")
        atHistory.send(.teams(.history(.corrected)))
        for var lead in [atHistory, Reviewer.atDisputes(of: .disputed)] {
            let request = try #require(lead.state.loopPhoto?.requested)
            lead.send(.photoFailed(request, reason: "no such file"))
            #expect(lead.screen.contains { $0.contains("/photos/loop-1.jpg: no such file") })
        }
    }

    @Test func versionsAndChangesAreClickedToo() {
        var lead = Reviewer([.example()])
        lead.press("g h")
        lead.send(.teams(.history(.corrected)))
        func row(_ text: String) -> Int { lead.screen.firstIndex { $0.contains(text) } ?? 0 }
        lead.mouse(.press(.left), (960 - 40, (row(" added sheep") - 1) * 16 + 4))
        #expect(lead.state.history.selection == 2)
        lead.mouse(.press(.left), (960 - 40, (row("= 1 ana") - 1) * 16 + 4))
        #expect(lead.state.history.shown == 1)
        lead.mouse(.wheelUp, (960 - 40, 100))
        #expect(lead.state.history.shown == 0)
    }

    @Test func anyTwoVersionsAreCompared() {
        var lead = Reviewer([.example()])
        lead.press("g h")
        #expect(lead.effects.contains(.teams(.readHistory(loop: "loop-1"))))
        lead.send(.teams(.history(.corrected)))
        #expect(lead.state.history.changes.map(\.kind) == [.moved, .removed, .added])
        lead.press("K")
        #expect(lead.state.history.base == 0)
        #expect(lead.state.history.changes.map(\.kind) == [.moved, .added])
        lead.press("k k J J j")
        #expect((lead.state.history.shown, lead.state.history.base) == (1, 2))
        #expect(lead.state.history.changes.map(\.kind) == [.moved, .removed, .added])
        lead.press("Esc")
        #expect(lead.state.destination == .review)
    }

    @Test func aCorrectionShowsItsNote() {
        var task = OpenTask.example()
        task.correction = CorrectionRequest(
            note: "the tail", lead: Worker(name: "lea"), asked: nil, time: LoopHistory.time)
        var reviewer = Reviewer([task])
        #expect(reviewer.screen.contains { $0.contains("Sent back by lea: the tail") })
        reviewer.press("Tab")
        #expect(reviewer.screen.contains { $0.contains("Correct: the tail") })
    }

    @Test func whoMayNotAnswerIsToldWhoMay() {
        var task = OpenTask.example()
        task.lease = nil
        task.refusal = .notInTeam(
            worker: Worker(name: "ana"), team: "street", leads: [Worker(name: "lea")])
        var reviewer = Reviewer([task])
        reviewer.press("d")
        #expect(reviewer.screen.contains { $0.contains("ana is not in the team street") })
        #expect(reviewer.boxes.count == 2)
    }
}
