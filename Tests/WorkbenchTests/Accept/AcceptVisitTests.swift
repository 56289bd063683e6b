import HumanReview
import Testing
import Workbench

/// Looking at one image of a sheet or card, and coming back.
@Suite struct AcceptVisitTests {
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

    /// A model may say the same twice, of which the second is looked at.
    @Test func ofTwoEqualBoxesTheOneUnderTheCursorIsMarked() throws {
        var images = ConfidentImage.examples(1)
        images[0].detections[1] = images[0].detections[0]
        var ana = Annotator(images)
        ana.press("b Enter l")
        #expect(ana.shownBoxes.map(\.position) == [0, 1])
        let marked = ana.screen.filter { $0.contains("> ") && $0.contains(images[0].label) }
        #expect(marked.count == 1)
        ana.press("Enter")
        #expect(ana.state.task?.selection == 1)
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
}
