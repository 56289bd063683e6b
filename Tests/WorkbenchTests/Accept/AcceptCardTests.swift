import Annotations
import HumanReview
import Testing
import Workbench

/// Cards of crops, by keys.
@Suite struct AcceptCardTests {
    @Test func aCardShowsTheBoxesOfTheClassUnderTheCursorTheWeakestFirst() {
        var ana = Annotator(ConfidentImage.examples(30))
        ana.press("l b")
        #expect(ana.screen.contains { $0.contains("Crops of") })
        ana.press("Enter")
        // The second image is of a car.
        #expect(ana.state.accept.card?.query.filter.label == "car")
        let scores = ana.sheet?.items.compactMap { $0.box?.detection.score } ?? []
        #expect(scores.count == 15)
        #expect(scores == scores.sorted())
        ana.press("o")
        #expect(ana.sheet?.items.compactMap { $0.box?.detection.score } == scores.reversed())
        ana.press("Esc")
        #expect(ana.state.accept.card == nil)
        #expect(ana.sheet?.selected?.image.image.id == 2)
    }

    @Test func allTheseAreBicyclesButOne() {
        var ana = Annotator(ConfidentImage.examples(8))
        ana.press("b")
        ana.type("bic")
        ana.press("Enter Space A")
        #expect(ana.screen.contains { $0.contains("Accept 7 boxes?") })
        #expect(ana.screen.contains { $0.contains("1 picked off is wrong") })
        ana.press("A")
        #expect(ana.acceptedBoxes.count == 7)
        #expect(ana.rejectedBoxes == [ConfidentBoxID(image: 1, position: 1)])
        #expect(ana.reviewed == [1])
        #expect(ana.accepted.isEmpty)
        #expect(ana.message.contains("Boxes accepted 7, boxes rejected 1, sent to review 1"))
        #expect(ana.screen.contains { $0.contains("Every bicycle is decided") })
        ana.press("Esc")
        #expect(ana.shown.count == 7)
        #expect(ana.sheet?.items.allSatisfy { $0.image.accepted == [1] } == true)
    }

    @Test func theLastBoxAcceptsItsImageAndUndoTakesTheCardBack() {
        var ana = Annotator(ConfidentImage.examples(6))
        ana.press("b")
        ana.type("bicycle")
        ana.press("Enter A Enter b")
        ana.type("car")
        ana.press("Enter A Enter")
        #expect(ana.accepted.sorted() == [2, 4, 6])
        #expect(ana.message.contains("Boxes accepted 3, images complete 3"))
        ana.press("u")
        #expect(ana.accepted.isEmpty)
        #expect(ana.message.contains("Took back 3 boxes and 3 images"))
        #expect(ana.shownBoxes.count == 3)
        ana.press("u Esc")
        #expect(ana.waiting.allSatisfy { $0.accepted.isEmpty })
    }

    @Test func xRejectsWhatWasPickedOffAlone() {
        var ana = Annotator(ConfidentImage.examples(8))
        ana.press("b Enter l Space X")
        #expect(ana.rejectedBoxes.count == 1)
        #expect(ana.acceptedBoxes.isEmpty)
        #expect(ana.reviewed.count == 1)
        ana.press("v l l X")
        #expect(ana.rejectedBoxes.count == 3)
    }

    @Test func everyBoxOfTheClassIsAcceptedOffTheCardToo() {
        var ana = Annotator(ConfidentImage.examples(200))
        ana.press("b")
        ana.type("bicycle")
        ana.press("Enter Space % A")
        #expect(ana.shownBoxes.count < 60)
        #expect(ana.screen.contains { $0.contains("Accept 199 boxes?") })
        #expect(ana.screen.contains { $0.contains("Every undecided bicycle from 0.41 on") })
        ana.press("A")
        #expect(ana.acceptedBoxes.count == 199)
        #expect(ana.rejectedBoxes.count == 1)
    }

    @Test func theThresholdOfACardIsOfItsBoxes() {
        var ana = Annotator(ConfidentImage.examples(100))
        ana.press("b Enter } }")
        #expect(ana.state.accept.card?.query.filter.minimumScore == 0.85)
        #expect(ana.state.accept.query.filter.minimumScore == 0)
        let scores = ana.sheet?.items.compactMap { $0.box?.detection.score } ?? []
        #expect(!scores.isEmpty && scores.allSatisfy { $0 >= 0.85 })
    }

    @Test func sheetsBelowACardAreThereAgain() {
        var ana = Annotator(ConfidentImage.examples(100))
        ana.press("] l l")
        let (shown, selection) = (ana.shown, ana.sheet?.selection)
        ana.press("b Enter ] Esc")
        #expect(ana.shown == shown)
        #expect(ana.sheet?.selection == selection)
        #expect(ana.state.accept.starts.count == 2)
    }
}
