import Annotations
import HumanReview
import Screen
import Testing
import Workbench

/// From the queue to answers: submit, reject, skip, history, failures.
@Suite struct AnsweringTests {
    @Test func submittingTakesOneKeyAndBringsTheNextImage() throws {
        var ana = Reviewer([.example("one"), .example("two")])
        ana.press("a")
        let answer = try #require(ana.answers["one"])
        #expect(
            answer.boxes == [
                LabeledBox(
                    label: "dog", box: BoundingBox(left: 100, top: 100, width: 100, height: 100)),
                LabeledBox(
                    label: "cat", box: BoundingBox(left: 220, top: 100, width: 100, height: 100)),
            ])
        #expect(answer.imageSize == PixelSize(width: 640, height: 480))
        #expect(ana.task?.task.loop.name == "two")
    }

    @Test func rejectingSubmitsNoBoxes() throws {
        var ana = Reviewer([.example("one")])
        ana.press("x")
        #expect(try #require(ana.answers["one"]).boxes.isEmpty)
        #expect(ana.state.place == .empty(heldByOthers: 0))
    }

    @Test func pausesOverAMinuteAreNotActiveTime() throws {
        var ana = Reviewer([.example("one")])
        ana.press("l")
        ana.pass(milliseconds: 61_000)
        ana.press("l l")
        ana.press("a")
        let answer = try #require(ana.answers["one"])
        #expect(answer.activeMilliseconds == 500 + 500 + 500)
        #expect(
            answer.submissionTime.milliseconds - answer.acceptanceTime.milliseconds == 2000 + 61_000
        )
    }

    @Test func skippingKeepsTheDraftAndAsksWhatToDo() {
        var ana = Reviewer([.example("one"), .example("two")])
        ana.press("d s")
        #expect(ana.state.popup == .skip)
        ana.press("p")
        #expect(
            ana.effects.contains { effect in
                if case .end(_, .postpone) = effect { true } else { false }
            })
        #expect(ana.task?.task.loop.name == "two")
        ana.press("[")
        #expect(ana.task?.task.loop.name == "one")
        #expect(ana.boxes.map(\.label) == ["cat"])
    }

    @Test func anAnsweredImageIsReadOnlyInTheHistory() {
        var ana = Reviewer([.example("one"), .example("two")])
        ana.press("a [ d")
        #expect(ana.task?.task.loop.name == "one")
        #expect(ana.boxes.count == 2)
        ana.press("]")
        #expect(ana.task?.task.loop.name == "two")
    }

    @Test func leavingAndComingBackChangesNothing() {
        var ana = Reviewer([.example("one"), .example("two"), .example("three")])
        let boxes = ana.boxes
        for _ in 0..<100 { ana.press("] [") }
        #expect(ana.task?.task.loop.name == "one")
        #expect(ana.boxes == boxes)
        #expect(ana.journals.values.allSatisfy { $0.allSatisfy { $0.changes.isEmpty } })
    }

    @Test func aFullDiskIsSaidAndEditsGoInWhenThereIsRoom() {
        var ana = Reviewer([.example("one")])
        ana.failure = .full(path: "store.sqlite")
        ana.press("l l d")
        #expect(ana.task?.unsaved.count == 3)
        #expect(ana.screen.contains { $0.contains("disk is full") })
        ana.press("q")
        #expect(ana.state.popup == .unsaved)
        ana.press("n")
        ana.failure = nil
        ana.pass(milliseconds: 1000)
        #expect(ana.task?.unsaved.isEmpty == true)
        #expect(ana.journals["one"]?.map(\.kind) == [.open, .move, .move, .delete])
    }

    @Test func aLostLeaseStopsEditingAndSaysSo() {
        var ana = Reviewer([.example("one")])
        ana.failure = .leaseLost(loop: "one", holder: Worker(name: "bo"))
        ana.press("l")
        #expect(ana.screen.contains { $0.contains("bo has the task") })
        ana.failure = nil
        ana.press("d")
        #expect(ana.journals["one"]?.map(\.kind) == [.open])
    }

    /// A loop's name is 36 characters; what to do is read on the narrowest screen all the same.
    @Test func aLostLeaseSaysWhatToDoInEightyColumns() {
        let loop = "9f1b4d41-e574-4380-b105-3e37875337e8"
        let lost: [(ReviewError, text: String)] = [
            (.leaseLost(loop: loop, holder: nil), "draft kept: ] goes on, [ comes back "),
            (.leaseLost(loop: loop, holder: Worker(name: "bo")), "] goes on; bo has the task "),
            (.stale(loop: loop), "draft kept: ] goes on, [ comes back "),
            (.ended(loop: loop, status: .stopped), "nothing was changed: ] goes on "),
        ]
        for (error, text) in lost {
            var ana = Reviewer([.example(loop)], size: CellSize(columns: 80, rows: 24))
            ana.failure = error
            ana.press("l")
            #expect(ana.screen.contains { $0.contains(text) }, "\(error)")
            #expect(!ana.message.contains(loop), "\(error)")
        }
        let told = ReviewError.leaseLost(loop: loop, holder: nil).description
        #expect(told.contains(loop))
    }

    @Test func aLostLeaseIsSaidOfItsPhotoAlone() throws {
        var ana = Reviewer([.example("one"), .example("two")])
        let old = try #require(ana.task?.task.lease)
        ana.failure = .leaseLost(loop: "one", holder: nil)
        ana.press("l")
        #expect(ana.screen.contains { $0.contains("Lease ended") })
        ana.failure = nil
        ana.press("]")
        #expect(ana.task?.task.loop.name == "two")
        #expect(ana.state.message == nil)
        // The heartbeat before it was left may be answered after it.
        ana.send(.leaseFailed(loop: old.loopName, .leaseLost(loop: old.loopName, holder: nil)))
        #expect(ana.state.message == nil)
        #expect(ana.task?.isEditable == true)
        ana.press("[")
        #expect(ana.task?.task.loop.name == "one")
        #expect(ana.task?.isEditable == true)
    }

    /// The keys that it names are of the review screen.
    @Test func aLeaseLostOnAnotherScreenIsSaidWhenThePhotoIsGoneBackTo() {
        var ana = Reviewer([.example("one")])
        ana.press("g l")
        ana.send(.leaseFailed(loop: "one", .leaseLost(loop: "one", holder: nil)))
        #expect(ana.state.message == nil)
        ana.press("g r")
        #expect(ana.screen.contains { $0.contains("Lease ended, draft kept") })
    }

    @Test func anotherWorkersDraftIsOffered() {
        let bo = Worker(name: "bo")
        let base = OpenTask.example("one")
        let deletion = Edit(
            kind: .delete, changes: [BoxChange(before: base.initialBoxes[0], after: nil)],
            worker: bo,
            time: Timestamp(milliseconds: 1))
        var ana = Reviewer([.example("one", journal: [deletion])])
        #expect(ana.state.popup == .adopt(worker: "bo", edits: 1))
        #expect(ana.boxes.map(\.label) == ["cat"])
        ana.press("n")
        #expect(ana.boxes.map(\.label) == ["dog", "cat"])
        ana.press("u")
        #expect(ana.boxes.map(\.label) == ["cat"])
    }

    @Test func aStaleAnswerForAnotherImageIsDropped() throws {
        var ana = Reviewer([.example("one"), .example("two")])
        let old = try #require(ana.task?.raster)
        ana.press("a")
        let shown = ana.task?.raster?.identity
        ana.send(.photoReady(old))
        #expect(ana.task?.raster?.identity == shown)
        ana.send(.committed(loop: "one", count: 1))
        #expect(ana.task?.unsaved.isEmpty == true)
    }

    @Test func anAnswerThatMeetsAFullDiskGoesInByItself() throws {
        var ana = Reviewer([.example("one"), .example("two")])
        ana.failure = .full(path: "store.sqlite")
        ana.press("l a d")
        #expect(ana.answers.isEmpty)
        #expect(ana.screen.contains { $0.contains("submitting") })
        ana.failure = nil
        ana.pass(milliseconds: 1000)
        let answer = try #require(ana.answers["one"])
        #expect(answer.boxes.count == 2)
        #expect(ana.journals["one"]?.map(\.kind) == [.open, .move, .submit])
        #expect(ana.task?.task.loop.name == "two")
    }

    @Test func aPhotoThatCannotBeShownIsNeitherChangedNorAnswered() throws {
        var ana = Reviewer([.example("one"), .example("two")])
        let request = try #require(ana.task?.requested)
        ana.send(.photoFailed(request, reason: "no such file"))
        #expect(ana.screen.contains { $0.contains("/photos/one.jpg: no such file") })
        ana.press("l d a x")
        #expect(ana.answers.isEmpty)
        #expect(ana.boxes.count == 2)
        #expect(
            ana.effects.contains(
                .reportProblem(path: "/photos/one.jpg", reason: "no such file")))
        ana.press("s p")
        #expect(ana.task?.task.loop.name == "two")
    }

    /// Nothing but a message: no screen waits for what is reported.
    @Test func aReportThatFailsLeavesTheScreenAsItIs() {
        let size = CellSize(columns: 120, rows: 40)
        var ana = Annotator(ConfidentImage.examples(6), size: size)
        let (place, accept) = (ana.state.place, ana.state.accept)
        ana.send(.reportFailed(.full(path: "store.sqlite")))
        #expect(ana.state.place == place && ana.state.accept == accept)
        #expect(place == .loading)
        #expect(ana.message.contains("store.sqlite"))
    }

    @Test func aResizeToTheSameSizeKeepsThePhoto() {
        var ana = Reviewer([.example("one")])
        ana.send(.resized(ana.state.metrics))
        #expect(ana.task?.raster != nil)
        var other = ana.state.metrics
        other.size.columns += 10
        ana.send(.resized(other))
        #expect(ana.task?.raster?.request == ana.task?.requested)
    }

    @Test func theLastZoomWins() throws {
        var ana = Reviewer([.example("one")])
        let fitted = try #require(ana.task?.raster)
        ana.holdsPhotos = true
        ana.press("+ +")
        ana.press("=")
        ana.send(.photoReady(fitted))
        ana.develop(waiting: 1)
        #expect(ana.task?.raster == fitted)
        #expect(ana.state.isBusy == false)
    }

    @Test func declinedImagesStayInTheHistoryForReading() {
        var ana = Reviewer([.example("one"), .example("two")])
        ana.press("s d")
        #expect(ana.task?.task.loop.name == "two")
        #expect(ana.effects.filter { if case .end = $0 { true } else { false } }.count == 1)
    }
}
