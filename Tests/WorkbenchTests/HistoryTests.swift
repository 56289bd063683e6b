import Annotations
import HumanReview
import Screen
import Testing

@testable import Workbench

/// The history and disputes screens, by keys.
@Suite struct HistoryTests {
    private let time = Timestamp(milliseconds: 1_699_999_500_000)

    private func box(_ label: String, _ left: Int, _ width: Int = 100) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 100, width: width, height: 100))
    }

    private func answer(_ worker: String, _ boxes: [LabeledBox]) -> Answer {
        Answer(
            worker: Worker(name: worker), acceptanceTime: time, submissionTime: time,
            activeMilliseconds: 12_300, boxes: boxes, imageSize: PixelSize(width: 640, height: 480))
    }

    /// A loop of three answers, which differ in a label, in edges and in a box that one of them misses.
    private var disputed: LoopHistory {
        let answers = [
            answer("ana", [box("dog", 100), box("cat", 250), box("person", 400)]),
            answer("ben", [box("dog", 101), box("dog", 250), box("person", 425)]),
            answer("cay", [box("dog", 99), box("cat", 250)]),
        ]
        var loop = OpenTask.example().loop
        loop.status = .completed
        return LoopHistory(
            loop: loop, proposals: [box("dog", 90)], labels: .pascalVOC,
            revisions: [
                LoopRevision(
                    number: 1, request: nil, answers: answers,
                    settlements: [
                        Settlement(
                            lead: nil, time: time,
                            boxes: Consolidation(answers.map(\.boxes)).boxes)
                    ])
            ])
    }

    /// A loop that was sent back once.
    private var corrected: LoopHistory {
        var history = disputed
        history.revisions[0].answers = [answer("ana", [box("dog", 100), box("cat", 250)])]
        history.revisions[0].settlements = []
        history.revisions.append(
            LoopRevision(
                number: 2,
                request: CorrectionRequest(
                    note: "the dog's tail, and no cat", lead: Worker(name: "lea"), asked: nil,
                    time: time),
                answers: [answer("ben", [box("dog", 100, 120), box("sheep", 400)])],
                settlements: []))
        return history
    }

    private func showDisputes(of history: LoopHistory) -> Reviewer {
        var lead = Reviewer([.example()])
        lead.press("g d")
        lead.send(
            .teams(
                .disputes([DisputedLoop(loop: history.loop, differences: 2, time: time)], total: 1))
        )
        lead.send(.teams(.history(history)))
        return lead
    }

    private func settlement(_ lead: Reviewer) -> [LabeledBox]? {
        lead.effects.compactMap { effect in
            if case .teams(.settle(_, let boxes, _)) = effect { boxes } else { nil }
        }.last
    }

    @Test(arguments: [(80, 24), (120, 40)]) func disputesAreDrawn(columns: Int, rows: Int) throws {
        var lead = showDisputes(of: disputed)
        lead.resize(columns, rows)
        try expectGolden(lead.screen, "disputes-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)]) func historyIsDrawn(columns: Int, rows: Int) throws {
        var lead = Reviewer([.example()])
        lead.press("g h")
        lead.send(.teams(.history(corrected)))
        lead.resize(columns, rows)
        try expectGolden(lead.screen, "history-\(columns)x\(rows)")
    }

    @Test func aPhotoThatCannotBeShownIsNamed() throws {
        var atHistory = Reviewer([.example()])
        atHistory.press("g h")
        atHistory.send(.teams(.history(corrected)))
        for var lead in [atHistory, showDisputes(of: disputed)] {
            let request = try #require(lead.state.loopPhoto?.requested)
            lead.send(.photoFailed(request, reason: "no such file"))
            #expect(lead.screen.contains { $0.contains("/photos/loop-1.jpg: no such file") })
        }
    }

    @Test func theConsolidationHasItsWayUntilTheLeadDecides() {
        var lead = showDisputes(of: disputed)
        lead.press("a")
        #expect(settlement(lead) == nil)
        #expect(lead.screen.contains { $0.contains("2 undecided, for the consolidated boxes") })
        lead.press("a")
        #expect(settlement(lead) == [box("dog", 100), box("cat", 250), box("person", 413)])
    }

    @Test func aLeadTakesOnePersonsBoxTheConsolidatedOrNone() {
        var lead = showDisputes(of: disputed)
        #expect(lead.state.disputes.dispute?.differing == [1, 2])
        lead.press("2 Tab d a")
        #expect(settlement(lead) == [box("dog", 100), box("dog", 250)])
        lead.send(.teams(.settled(loop: "loop-1")))
        lead.send(.teams(.disputes([], total: 0)))
        #expect(lead.screen.contains { $0.contains("Nothing in dispute") })
    }

    @Test func whoLacksABoxTakesItAway() {
        var lead = showDisputes(of: disputed)
        lead.press("Tab 3 a a")
        #expect(settlement(lead)?.map(\.label) == ["dog", "cat"])
    }

    @Test func theLatestSettlementIsTakenBack() {
        var lead = showDisputes(of: disputed)
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
        let other = DisputedLoop(loop: OpenTask.example("loop-0").loop, differences: 1, time: time)
        let own = DisputedLoop(loop: disputed.loop, differences: 2, time: time)
        lead.send(.teams(.disputes([other, own], total: 2)))
        #expect(lead.state.disputes.current?.loop.name == "loop-1")
        lead.send(.teams(.settlementUndone(nil)))
        #expect(lead.screen.contains { $0.contains("You have settled nothing that can be") })
    }

    @Test func aClickSelectsAndTakesAndTheWheelGoesOn() {
        var lead = showDisputes(of: disputed)
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

    @Test func versionsAndChangesAreClickedToo() {
        var lead = Reviewer([.example()])
        lead.press("g h")
        lead.send(.teams(.history(corrected)))
        func row(_ text: String) -> Int { lead.screen.firstIndex { $0.contains(text) } ?? 0 }
        lead.mouse(.press(.left), (960 - 40, (row(" added sheep") - 1) * 16 + 4))
        #expect(lead.state.history.selection == 2)
        lead.mouse(.press(.left), (960 - 40, (row("= 1 ana") - 1) * 16 + 4))
        #expect(lead.state.history.shown == 1)
        lead.mouse(.wheelUp, (960 - 40, 100))
        #expect(lead.state.history.shown == 0)
    }

    @Test func aRefusalSaysWhoMayAndKeepsWhatWasDecided() throws {
        var lead = showDisputes(of: disputed)
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
        var reviewer = showDisputes(of: disputed)
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
            #expect(settlement(reviewer) == nil)
            #expect(reviewer.effects.last == .teams(.readPermissions))
        }
        reviewer.press("g h")
        reviewer.send(.teams(.history(disputed)))
        reviewer.press("B")
        #expect(reviewer.screen.contains { $0.contains("may not send loops back") })
        #expect(reviewer.state.popup == nil)
        // A role that was given meanwhile counts from the next key on.
        reviewer.send(.teams(.permissions([:])))
        reviewer.press("b")
        #expect(reviewer.state.popup != nil)
    }

    @Test func anyTwoVersionsAreCompared() {
        var lead = Reviewer([.example()])
        lead.press("g h")
        #expect(lead.effects.contains(.teams(.readHistory(loop: "loop-1"))))
        lead.send(.teams(.history(corrected)))
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

    @Test func aLoopIsSentBackWithANote() {
        var lead = showDisputes(of: disputed)
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

    @Test func aCorrectionShowsItsNote() {
        var task = OpenTask.example()
        task.correction = CorrectionRequest(
            note: "the tail", lead: Worker(name: "lea"), asked: nil, time: time)
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

extension Reviewer {
    /// Gives the screen another size in cells of 8 by 16 pixels.
    fileprivate mutating func resize(_ columns: Int, _ rows: Int) {
        var metrics = state.metrics
        metrics.size = .init(columns: columns, rows: rows)
        send(.resized(metrics))
    }
}
