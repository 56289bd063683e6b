import HumanReview
import Testing
import Workbench

/// What is on a sheet, and going from one to another.
@Suite struct AcceptSheetTests {
    @Test func sheetsFollowOneAnother() {
        var ana = Annotator(ConfidentImage.examples(100))
        let first = ana.shown
        ana.press("]")
        let second = ana.shown
        #expect(Set(first).isDisjoint(with: second))
        ana.press("[")
        #expect(ana.shown == first)
        ana.press("A A")
        #expect(ana.shown == second)
        ana.press("[")
        #expect(ana.message.contains("first sheet"))
    }

    @Test func afterTheLastSheetTheOneBeforeIsShown() {
        var ana = Annotator(ConfidentImage.examples(30))
        let first = ana.shown
        ana.press("] A A")
        #expect(ana.shown == first)
    }

    @Test func whatIsPickedOffStaysSoOnOtherSheetsAndInOtherOrders() {
        var ana = Annotator(ConfidentImage.examples(60))
        let first = ana.shown
        ana.press("Space Space ] [")
        #expect(ana.picked == Set(first.prefix(2)))
        ana.press("o")
        #expect(ana.picked == Set(first.prefix(2)))
        ana.press("% A A")
        #expect(Set(ana.reviewed) == Set(first.prefix(2)))
        #expect(ana.accepted.count == 58)
        #expect(ana.sheet?.picked == [])
    }

    @Test func theThresholdShowsWhatItTakes() {
        var ana = Annotator(ConfidentImage.examples(100))
        #expect(ana.screen.contains { $0.contains("scores from") && $0.contains("0.79  { }") })
        for _ in 0..<5 { ana.press("}") }
        #expect(ana.state.accept.query.filter.minimumScore == 0.92)
        let taken = ana.waiting.count { $0.score >= 0.92 }
        #expect(ana.screen.contains { $0.contains("\(taken) of 100") })
        ana.press("{ { {")
        #expect(ana.state.accept.query.filter.minimumScore == 0.85)
        #expect(ana.shown.count <= ana.waiting.count)
    }

    @Test func hintLettersJump() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("f d")
        #expect(ana.sheet?.selection == 2)
    }

    @Test func oneClassIsShownAlone() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("c")
        ana.type("per")
        ana.press("Enter")
        #expect(ana.state.accept.query.filter.labels == ["person"])
        #expect(ana.sheet?.items.allSatisfy { $0.image.label == "person" } == true)
    }

    @Test func thumbnailsOfTheNextSheetAreMadeReady() {
        let ana = Annotator(ConfidentImage.examples(100))
        let requests = ana.effects.flatMap { effect -> [ThumbnailRequest] in
            if case .accept(.develop(let requests)) = effect { requests } else { [] }
        }
        #expect(requests.count == 2 * ana.shown.count)
        #expect(requests.prefix(ana.shown.count).map(\.image.id) == ana.shown)
    }
}
