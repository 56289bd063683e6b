import Annotations
import HumanReview
import Imaging
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
        #expect(
            lead.screen.contains { $0.contains("2 undecided: as consolidated; a again settles") })
        lead.press("a")
        #expect(settlement(lead) == [box("dog", 100), box("cat", 250), box("person", 413)])
    }

    /// A loop whose revision has these people's boxes.
    private func dispute(_ boxes: [[LabeledBox]]) -> Reviewer {
        var history = disputed
        history.revisions[0].answers = zip(["ana", "ben", "cay"], boxes).map { answer($0, $1) }
        history.revisions[0].settlements = []
        return showDisputes(of: history)
    }

    /// What only one of two people marked has no majority.
    @Test func whatIsUndecidedIsSettledAsWhatIsConsolidated() {
        let boxes = [
            [box("dog", 100), box("person", 400)], [box("dog", 102), box("cat", 250)],
        ]
        var undecided = dispute(boxes)
        #expect(undecided.screen.contains { $0.contains("person") && $0.contains("1 of 2") })
        #expect(undecided.screen.contains { $0.contains(/c consolidated +none *$/) })
        undecided.press("a")
        #expect(settlement(undecided) == nil)
        #expect(
            undecided.screen.contains {
                $0.contains("2 undecided: as consolidated, all without a box; a again settles")
            })
        undecided.press("a")
        var consolidated = dispute(boxes)
        consolidated.press("c")
        #expect(consolidated.screen.contains { $0.contains("Taken: no box here") })
        consolidated.press("Tab c a")
        #expect(settlement(undecided) == [box("dog", 101)])
        #expect(settlement(consolidated) == settlement(undecided))
        #expect(settlement(undecided) == Consolidation(boxes).boxes)
        var own = dispute(boxes)
        own.press("1 Tab 2 a")
        #expect(settlement(own) == [box("dog", 101), box("person", 400), box("cat", 250)])
    }

    @Test func whatTwoOfThreeMarkedIsConsolidated() {
        let boxes = [
            [box("person", 400), box("cat", 250)], [box("person", 404)], [],
        ]
        var undecided = dispute(boxes)
        #expect(undecided.screen.contains { $0.contains(/c consolidated +person *$/) })
        undecided.press("a")
        #expect(
            undecided.screen.contains {
                $0.contains("2 undecided: as consolidated, 1 of them without a box; a again")
            })
        undecided.press("a")
        var consolidated = dispute(boxes)
        consolidated.press("c Tab c a")
        #expect(settlement(undecided) == [box("person", 402)])
        #expect(settlement(consolidated) == settlement(undecided))
        var last = dispute(boxes)
        last.press("c Tab Tab Tab a")
        #expect(
            last.screen.contains { $0.contains("1 undecided: as consolidated, without a box; a") })
    }

    /// The photo says of each object what would be settled: in half blocks white is of nothing else.
    @Test func thePhotoHasAWhiteBoxOnlyWhereTheConsolidatedAnswerHasOne() throws {
        func photo(_ boxes: [[LabeledBox]], _ keys: String = "") throws -> (Bool, [String]) {
            var lead = dispute(boxes)
            lead.send(
                .resized(
                    ScreenMetrics(
                        size: CellSize(columns: 120, rows: 40), cellWidth: 1, cellHeight: 2,
                        renderer: .halfBlocks)))
            lead.press(keys)
            let layout = try #require(ScreenLayout(lead.state.metrics.size))
            let copy = try #require(lead.state.disputesCopies(layout).first)
            let isWhite = copy.overlay.canvas.indices.contains(CanvasInk.light)
            return (isWhite, copy.overlay.tags.map(\.text))
        }
        let minority = [[box("person", 400)], [box("cat", 100)]]
        #expect(try photo(minority) == (false, ["cat: no box", "ana: person"]))
        #expect(try photo(minority, "c Tab") == (false, ["person: no box", "ben: cat"]))
        #expect(try photo(minority, "1 Tab") == (false, ["person", "ben: cat"]))
        let majority = [[box("person", 400)], [box("person", 430)], []]
        #expect(try photo(majority) == (true, ["ana: person", "ben: person"]))
    }

    /// What was taken of an object is seen after one went on to the next.
    @Test func thePhotoHasAThickBoxWhereOnePersonsIsTaken() throws {
        func pixels(_ keys: String) throws -> Int {
            var lead = dispute([[box("person", 400)], [box("cat", 100)]])
            lead.press(keys)
            let layout = try #require(ScreenLayout(lead.state.metrics.size))
            let copy = try #require(lead.state.disputesCopies(layout).first)
            let ink = CanvasInk.ofClass(DisputeInk.answer(0, theme: .test), theme: .test)
            return copy.overlay.canvas.indices.count { $0 == ink }
        }
        let thin = try pixels("d Tab")
        #expect(thin > 0)
        #expect(try pixels("c Tab") == thin)
        #expect(try pixels("Tab") == thin)
        #expect(try pixels("1 Tab") > thin)
    }

    @Test func aClickTakesWhatIsConsolidatedOrNone() {
        var lead = dispute([[box("person", 400)], []])
        func row(_ text: String) -> Int { lead.screen.firstIndex { $0.contains(text) } ?? 0 }
        lead.mouse(.press(.left), (960 - 40, (row(" d no box") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choices[0] == .dropped)
        lead.mouse(.press(.left), (960 - 40, (row(" c consolidated") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choices[0] == .consolidated)
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
