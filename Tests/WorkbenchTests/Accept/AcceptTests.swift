import HumanReview
import TestSupport
import Testing
import Workbench

/// Accepting sheets of images, by keys.
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

    @Test func whoMayNotAcceptIsAskedNothing() {
        var ana = Annotator(ConfidentImage.examples(10))
        let refusal = ReviewError.notPermitted(
            worker: Worker(name: "ana"), .accept, allowed: [Worker(name: "lea")])
        ana.send(.teams(.permissions([.accept: refusal])))
        ana.press("A")
        #expect(ana.state.popup == nil)
        #expect(ana.message.contains("ana may not accept in bulk; ask lea"))
        // It is about this screen: other keys leave it, another screen does not.
        ana.press("l")
        #expect(ana.message.contains("ana may not accept in bulk; ask lea"))
        ana.press("g l")
        #expect(ana.state.message == nil)
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
