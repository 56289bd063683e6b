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
        #expect(ana.screen.contains { $0.contains("1 photo goes to review") })
        #expect(ana.screen.contains { $0.contains("1 box is called wrong") })
        ana.press("A")
        #expect(ana.acceptedBoxes.count == 7)
        #expect(ana.rejectedBoxes == [ConfidentBoxID(image: 1, position: 1)])
        #expect(ana.reviewed == [1])
        #expect(ana.accepted.isEmpty)
        #expect(ana.message.contains("Boxes accepted 7, boxes rejected 1, photos sent to review 1"))
        #expect(ana.screen.contains { $0.contains("Every bicycle is decided") })
        ana.press("Esc")
        #expect(ana.shown.count == 7)
        #expect(ana.sheet?.items.allSatisfy { $0.image.accepted == [1] } == true)
    }

    /// The line, the question and the result count photos, and none of their boxes is said to be wrong.
    @Test func cropsOfAPhotoThatWasPickedOffAreCountedAsThatPhoto() {
        var ana = Annotator(ConfidentImage.examples(6, labels: ["bicycle"]))
        ana.press("Space b Enter")
        #expect(ana.shownBoxes.count == 12)
        #expect(ana.screen.contains { $0.contains("A accepts 10 and sends 1 photo to review") })
        ana.press("A")
        #expect(ana.screen.contains { $0.contains("Accept 10 boxes?") })
        #expect(ana.screen.contains { $0.contains("1 photo goes to review") })
        #expect(!ana.screen.contains { $0.contains("wrong") })
        ana.press("A")
        #expect(ana.reviewed == [1])
        #expect(ana.acceptedBoxes.count == 10 && ana.rejectedBoxes.isEmpty)
        #expect(ana.message.contains("photos sent to review 1"))
    }

    @Test func twoWrongBoxesOfAPhotoSendItToReviewOnce() {
        var ana = Annotator(ConfidentImage.examples(1, labels: ["bicycle"]))
        ana.press("b Enter Space Space")
        #expect(ana.screen.contains { $0.contains("A accepts 0 and sends 1 photo to review") })
        ana.press("A")
        #expect(ana.screen.contains { $0.contains("1 photo goes to review") })
        #expect(ana.screen.contains { $0.contains("2 boxes are called wrong") })
        ana.press("A")
        #expect(ana.message.contains("Boxes rejected 2, photos sent to review 1"))
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
