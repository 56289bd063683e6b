import HumanReview
import Testing
import Workbench

/// What is picked off stays so until it is decided, and nothing is decided about what is not in sight.
@Suite struct AcceptPickingTests {
    @Test func picksOfOtherSheetsOutliveADecision() {
        var ana = Annotator(ConfidentImage.examples(60))
        let first = ana.shown
        ana.press("Space Space ] Space X")
        #expect(ana.reviewed.count == 1)
        #expect(ana.picked == Set(first.prefix(2)))
        ana.press("% A A")
        #expect(Set(ana.reviewed.suffix(2)) == Set(first.prefix(2)))
        #expect(ana.accepted.count == 57)
    }

    @Test func picksBesideAnAcceptedRangeStay() {
        var ana = Annotator(ConfidentImage.examples(10))
        let shown = ana.shown
        ana.press("Space v l l A A")
        #expect(ana.accepted.sorted() == shown[1...3].sorted())
        #expect(ana.picked == [shown[0]])
    }

    @Test func everythingIsNotSentToReview() {
        var ana = Annotator(ConfidentImage.examples(60))
        ana.press("Space % X")
        #expect(ana.reviewed == [] && ana.picked.count == 1)
        #expect(ana.message.contains("not sent to review"))
    }

    @Test func aSheetThatIsOnItsWayIsNotDecided() {
        for keys in ["] A A", "} % A A", "] X", "b Enter % A A"] {
            var ana = Annotator(ConfidentImage.examples(60), holdsAnswers: true)
            ana.answerWaiting()
            ana.press(keys)
            #expect(ana.state.popup == nil, "\(keys)")
            #expect(ana.message == "Wait until the sheet is here", "\(keys)")
            ana.answerWaiting()
            ana.press("A")
            #expect(ana.state.popup != nil, "\(keys)")
            #expect(ana.accepted == [] && ana.reviewed == [] && ana.acceptedBoxes == [])
        }
    }

    @Test func anImageWithABoxPickedOffIsNotAcceptedWithItsSheet() throws {
        for keys in ["Esc A A", "Esc % A A"] {
            var ana = Annotator(ConfidentImage.examples(8))
            ana.press("b Enter Space")
            let box = try #require(ana.sheet?.picked.first)
            ana.press(keys)
            #expect(ana.reviewed.count == 1, "\(keys)")
            #expect(ana.rejectedBoxes.map { SheetItem.ID.box($0) } == [box])
            #expect(ana.accepted.count == 7)
            #expect(ana.sheet?.picked == [])
        }
    }

    @Test func whatIsAskedAboutBoundsWhatIsAccepted() throws {
        var ana = Annotator(ConfidentImage.examples(30))
        ana.press("Space % A")
        guard case .decision(let question) = try #require(ana.state.popup) else {
            Issue.record("no question")
            return
        }
        #expect(question.accepted == 29)
        guard case .all(_, let limit) = question.decision.accepted else {
            Issue.record("\(question.decision)")
            return
        }
        #expect(limit == 29)
    }

    @Test func aVisitWhoseImageCouldNotBeTakenTriesAgain() {
        var ana = Annotator(ConfidentImage.examples(3))
        ana.press("Enter")
        ana.failure = .storage(path: "store.sqlite", reason: "the disk is full")
        ana.press("d")
        #expect(ana.message.contains("the disk is full"))
        ana.failure = nil
        ana.press("d")
        #expect(ana.reviewed.count == 1)
    }

    @Test func aPhotoThatCannotBeShownIsNotAccepted() throws {
        var ana = Annotator(ConfidentImage.examples(6))
        let second = try #require(ana.sheet?.items[1])
        ana.send(
            .accept(
                .developFailed(
                    ana.state.accept.developing[1], reason: "the file cannot be opened")))
        #expect(
            ana.effects.contains(
                .reportProblem(
                    path: second.image.image.path, reason: "the file cannot be opened")))
        ana.press("A")
        #expect(ana.screen.contains { $0.contains("Accept 5 images?") })
        #expect(ana.screen.contains { $0.contains("1 without a photo left as they are") })
        ana.press("A")
        #expect(ana.accepted.count == 5)
        #expect(ana.shown == [second.image.image.id])
    }
}
