import Annotations
import HumanReview
import Screen
import TestSupport
import Testing
import Workbench

/// The accept screen, by its keys.
@Suite struct AcceptTests {
    @Test func aSheetIsAcceptedWithTwoKeys() {
        var ana = Annotator(ConfidentImage.examples(24))
        let shown = ana.shown
        #expect(shown.count == 24)
        ana.press("A")
        #expect(ana.accepted.isEmpty)
        #expect(ana.screen.contains { $0.contains("Accept 24 images?") })
        ana.press("A")
        #expect(Set(ana.accepted) == Set(shown))
        #expect(ana.message.contains("Accepted 24"))
        #expect(ana.sheet?.items.isEmpty == true)
    }

    @Test func whatIsPickedOffGoesToReview() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("Space l l Space A")
        #expect(ana.screen.contains { $0.contains("2 picked off go to review") })
        ana.press("Enter")
        #expect(ana.reviewed == [1, 4])
        #expect(ana.accepted.count == 8)
        #expect(ana.message.contains("sent to review 2"))
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

    @Test func spacePutsBackWhatItPickedOff() {
        var ana = Annotator(ConfidentImage.examples(6))
        ana.press("Space h Space")
        #expect(ana.sheet?.picked == [])
        #expect(ana.sheet?.selection == 1)
    }

    @Test func escTakesAQuestionBack() {
        var ana = Annotator(ConfidentImage.examples(6))
        ana.press("A Esc")
        #expect(ana.state.popup == nil)
        #expect(ana.accepted.isEmpty)
    }

    @Test func aRangeIsAcceptedAlone() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("l v l l A A")
        #expect(ana.accepted.sorted() == [2, 3, 4])
        #expect(ana.shown.count == 7)
    }

    @Test func aRangeIsSentToReview() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("v l X")
        #expect(ana.reviewed.sorted() == [1, 2])
    }

    @Test func withoutAChoiceXSendsTheOneUnderTheCursor() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("l X")
        #expect(ana.reviewed == [2])
    }

    @Test func everythingTheThresholdTakesIsAcceptedOffTheSheetToo() {
        var ana = Annotator(ConfidentImage.examples(200))
        let taken = ana.sheet?.contents.taken
        #expect(ana.shown.count < 60)
        ana.press("Space % A")
        #expect(ana.screen.contains { $0.contains("Accept 199 images?") })
        ana.press("A")
        #expect(ana.accepted.count == 199)
        #expect(ana.reviewed == [1])
        #expect(taken == 200)
    }

    @Test func undoBringsTheSheetBack() {
        var ana = Annotator(ConfidentImage.examples(12))
        ana.press("Space A A u")
        #expect(ana.shown.count == 12)
        #expect(ana.accepted.isEmpty && ana.reviewed.isEmpty)
        #expect(ana.message.contains("Took back 12 images"))
        ana.press("u")
        #expect(ana.message.contains("Nothing of yours"))
    }

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

    @Test func lookingChangesNothingAndComesBack() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("l Enter")
        #expect(ana.state.destination == .review)
        #expect(ana.state.task?.image.id == 2)
        #expect(ana.state.task?.draft.boxes.count == 2)
        ana.press("]")
        #expect(ana.state.task?.image.id == 3)
        ana.press("Esc")
        #expect(ana.state.destination == .accept)
        #expect(ana.sheet?.selection == 2)
        #expect(ana.reviewed.isEmpty && ana.waiting.count == 10)
    }

    @Test func theFirstChangeTakesTheImageIntoReview() {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("Enter d")
        #expect(ana.reviewed == [1])
        #expect(ana.state.task?.task.lease?.loopName == "loop-1")
        ana.press("d a")
        #expect(ana.state.destination == .accept)
        #expect(ana.shown.count == 9)
    }

    @Test func anInterruptedTaskIsThereAgainAndStaysHeld() throws {
        var ana = Annotator(ConfidentImage.examples(10))
        ana.press("g r")
        ana.send(.opened(.example("mine")))
        let lease = try #require(ana.state.task?.task.lease)
        ana.press("g a Enter")
        ana.send(.heartbeat)
        #expect(ana.effects.contains(.renew(lease)))
        ana.press("q g r")
        #expect(ana.state.task?.task.loop.name == "mine")
        #expect(ana.state.task?.task.lease == lease)
    }

    @Test func aRefusalIsShownAndTheSheetStays() {
        var ana = Annotator(ConfidentImage.examples(5))
        ana.failure = .notPermitted(
            worker: Worker(name: "ana"), .accept, allowed: [Worker(name: "lea")])
        ana.press("A A")
        #expect(ana.message == "ana may not accept in bulk; ask lea")
        ana.failure = nil
        ana.press("g a")
        #expect(ana.shown.count == 5)
    }

    @Test func nothingIsDecidedTwiceWhileADecisionIsUnderWay() {
        var ana = Annotator(ConfidentImage.examples(5))
        ana.holdsAnswers = true
        ana.press("A A A A X u Enter")
        #expect(ana.effects.count { if case .accept(.decide) = $0 { true } else { false } } == 1)
        #expect(ana.state.isBusy)
        ana.answerWaiting()
        #expect(!ana.state.isBusy)
    }

    @Test func thumbnailsOfTheNextSheetAreMadeReady() {
        let ana = Annotator(ConfidentImage.examples(100))
        let requests = ana.effects.flatMap { effect -> [ThumbnailRequest] in
            if case .accept(.develop(let requests)) = effect { requests } else { [] }
        }
        #expect(requests.count == 2 * ana.shown.count)
        #expect(requests.prefix(ana.shown.count).map(\.image.id) == ana.shown)
    }

    // MARK: - Cards of crops

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

    @Test func lookingAtACropShowsItsImageAndComesBack() {
        var ana = Annotator(ConfidentImage.examples(6))
        ana.press("b")
        ana.type("bicycle")
        ana.press("Enter l Enter")
        #expect(ana.state.destination == .review)
        #expect(ana.state.task?.selectedBox?.label == "bicycle")
        #expect(ana.screen.contains { $0.contains("Esc back to the sheet") })
        #expect(!ana.screen.contains { $0.contains("image 1 of") })
        ana.press("Esc")
        #expect(ana.state.accept.card != nil)
        #expect(ana.sheet?.selection == 1)
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

    @Test func theReviewerIsToldWhichBoxWasRejected() {
        var ana = Annotator(ConfidentImage.examples(3))
        var task = OpenTask.example("told")
        let rejected = task.initialBoxes.last
        task.rejected = [RejectedBox(id: rejected?.id ?? -1, worker: Worker(name: "bob"))]
        ana.press("g r")
        ana.send(.opened(task))
        #expect(ana.state.task?.selection == rejected?.id)
        #expect(ana.screen.contains { $0.contains("bob rejected \(rejected?.label ?? "-")") })
        ana.press("d")
        #expect(!ana.screen.contains { $0.contains("bob rejected") })
    }

    /// Whatever is pressed, the cursor is on the sheet, and what is picked off still waits.
    @Test func randomKeysLeaveTheSheetWhole() {
        var generator = SeededGenerator(seed: 3)
        let keys = [
            "h", "j", "k", "l", "Space", "v", "]", "[", "{", "}", "+", "-", "o", "Esc", "X", "b",
            "Enter",
        ]
        var ana = Annotator(ConfidentImage.examples(80))
        for _ in 0..<400 {
            ana.press(keys.randomElement(using: &generator) ?? "l")
            guard let sheet = ana.sheet else { continue }
            #expect(sheet.items.isEmpty || sheet.items.indices.contains(sheet.selection))
            #expect(ana.picked.isSubset(of: ana.waiting.map(\.image.id)))
        }
        #expect(ana.accepted.isEmpty)
    }
}
