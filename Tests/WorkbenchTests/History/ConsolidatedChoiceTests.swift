import Annotations
import HumanReview
import Imaging
import Screen
import Testing

@testable import Workbench

/// What is consolidated is what is shown, taken and settled.
@Suite struct ConsolidatedChoiceTests {
    /// A loop whose revision has these people's boxes.
    private func dispute(_ boxes: [[LabeledBox]]) -> Reviewer {
        var history = LoopHistory.disputed
        history.revisions[0].answers = zip(["ana", "ben", "cay"], boxes).map {
            Answer.example($0, $1)
        }
        history.revisions[0].settlements = []
        return Reviewer.atDisputes(of: history)
    }

    /// What only one of two people marked has no majority.
    @Test func whatIsUndecidedIsSettledAsWhatIsConsolidated() {
        let boxes = [
            [LabeledBox.example("dog", 100), LabeledBox.example("person", 400)],
            [LabeledBox.example("dog", 102), LabeledBox.example("cat", 250)],
        ]
        var undecided = dispute(boxes)
        #expect(undecided.screen.contains { $0.contains("person") && $0.contains("1 of 2") })
        #expect(undecided.screen.contains { $0.contains(/c consolidated +none *$/) })
        undecided.press("a")
        #expect(undecided.settlement == nil)
        #expect(
            undecided.screen.contains {
                $0.contains("2 undecided: as consolidated, all without a box; a again settles")
            })
        undecided.press("a")
        var consolidated = dispute(boxes)
        consolidated.press("c")
        #expect(consolidated.screen.contains { $0.contains("Taken: no box here") })
        consolidated.press("Tab c a")
        #expect(undecided.settlement == [LabeledBox.example("dog", 101)])
        #expect(consolidated.settlement == undecided.settlement)
        #expect(undecided.settlement == Consolidation(boxes).boxes)
        var own = dispute(boxes)
        own.press("1 Tab 2 a")
        #expect(
            own.settlement == [
                LabeledBox.example("dog", 101), LabeledBox.example("person", 400),
                LabeledBox.example("cat", 250),
            ])
    }

    @Test func whatTwoOfThreeMarkedIsConsolidated() {
        let boxes = [
            [LabeledBox.example("person", 400), LabeledBox.example("cat", 250)],
            [LabeledBox.example("person", 404)], [],
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
        #expect(undecided.settlement == [LabeledBox.example("person", 402)])
        #expect(consolidated.settlement == undecided.settlement)
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
        let minority = [[LabeledBox.example("person", 400)], [LabeledBox.example("cat", 100)]]
        #expect(try photo(minority) == (false, ["cat: no box", "ana: person"]))
        #expect(try photo(minority, "c Tab") == (false, ["person: no box", "ben: cat"]))
        #expect(try photo(minority, "1 Tab") == (false, ["person", "ben: cat"]))
        let majority = [
            [LabeledBox.example("person", 400)], [LabeledBox.example("person", 430)], [],
        ]
        #expect(try photo(majority) == (true, ["ana: person", "ben: person"]))
    }

    /// What was taken of an object is seen after one went on to the next.
    @Test func thePhotoHasAThickBoxWhereOnePersonsIsTaken() throws {
        func pixels(_ keys: String) throws -> Int {
            var lead = dispute([
                [LabeledBox.example("person", 400)], [LabeledBox.example("cat", 100)],
            ])
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
        var lead = dispute([[LabeledBox.example("person", 400)], []])
        func row(_ text: String) -> Int { lead.screen.firstIndex { $0.contains(text) } ?? 0 }
        lead.mouse(.press(.left), (960 - 40, (row(" d no box") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choices[0] == .dropped)
        lead.mouse(.press(.left), (960 - 40, (row(" c consolidated") - 1) * 16 + 4))
        #expect(lead.state.disputes.dispute?.choices[0] == .consolidated)
    }
}
