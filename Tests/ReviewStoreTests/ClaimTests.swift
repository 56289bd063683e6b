import Annotations
import HumanReview
import ReviewStore
import Testing

@Suite struct ClaimTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func add(_ images: (String, [Double]?)...) throws {
        _ = try store.add(
            images.map { TemporaryWorkspace.image($0, scores: $1) }, at: TemporaryWorkspace.time)
    }

    private func claimedImages(_ worker: Worker, excluding: Set<String> = []) throws -> [String] {
        var names: [String] = []
        while let task = try store.next(worker, excluding: excluding) {
            names.append(task.loop.image.path)
        }
        return names
    }

    @Test func mostUncertainComesFirstThenOldest() throws {
        try add(("b", [0.4]), ("a", [0.3, 0.1]), ("none", nil), ("empty", []), ("c", [0.3]))
        #expect(
            try claimedImages(ann)
                == ["none", "empty", "a", "c", "b"].map { "/photos/\($0).jpg" })
    }

    @Test func confidentPredictionsStartNoLoop() throws {
        try add(("sure", [0.2, 0.5]), ("unsure", [0.49999]))
        #expect(try claimedImages(ann) == ["/photos/unsure.jpg"])
    }

    @Test func aHeldTaskIsNotGivenAgain() throws {
        try add(("a", nil))
        let task = try #require(try store.next(ann))
        #expect(
            try store.claimNext(for: bob, at: TemporaryWorkspace.time, excluding: [])
                == .nothing(heldByOthers: 1))
        let seen = try store.open(task.loop.name, for: bob, at: TemporaryWorkspace.time)
        #expect(seen.lease == nil)
        #expect(seen.holder == ann)
    }

    @Test func excludedLoopsComeOnlyWhenNothingElseWaits() throws {
        try add(("a", [0.1]), ("b", [0.2]))
        let first = try #require(try store.next(ann))
        try store.end(try #require(first.lease), .release)
        let second = try #require(try store.next(ann, excluding: [first.loop.name]))
        #expect(second.loop.image.path == "/photos/b.jpg")
        #expect(try store.next(ann, excluding: [first.loop.name])?.loop.name == first.loop.name)
    }

    @Test func postponedComesBehindEverythingElseAndInTurn() throws {
        try add(("a", [0.1]), ("b", [0.2]), ("c", [0.3]))
        for _ in 0..<2 {
            try store.end(try #require(try store.next(ann)?.lease), .postpone)
        }
        #expect(try store.upcoming(for: bob, limit: 9).map(\.image.path).first == "/photos/a.jpg")
        #expect(
            try store.upcoming(for: ann, limit: 9).map(\.image.path)
                == ["c", "a", "b"].map { "/photos/\($0).jpg" })
        #expect(try claimedImages(ann) == ["c", "a", "b"].map { "/photos/\($0).jpg" })
    }

    @Test func declinedNeverComesBackToTheSameWorker() throws {
        try add(("a", nil))
        let task = try #require(try store.next(ann))
        try store.end(try #require(task.lease), .decline)
        #expect(try store.next(ann) == nil)
        #expect(try store.next(ann, excluding: [task.loop.name]) == nil)
        #expect(try store.summary(for: ann).waiting == 0)
        #expect(try store.summary(for: bob).waiting == 1)
        #expect(try store.next(bob)?.loop.name == task.loop.name)
    }

    @Test func aDeclinedLoopOpensForReadingOnly() throws {
        try add(("a", nil), ("b", nil))
        let task = try #require(try store.next(ann))
        try store.end(try #require(task.lease), .decline)
        let seen = try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        #expect((seen.lease, seen.holder) == (nil, nil))
        #expect(try store.history(of: ann, limit: 9) == [task.loop.name])
        #expect(try store.next(bob)?.loop.name == task.loop.name)
        let held = try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        #expect((held.lease, held.holder) == (nil, bob))
    }

    @Test func lookingBackDoesNotTakePostponingBack() throws {
        try add(("a", [0.1]), ("b", [0.2]))
        let task = try #require(try store.next(ann))
        try store.end(try #require(task.lease), .postpone)
        let again = try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        try store.end(try #require(again.lease), .release)
        #expect(try claimedImages(ann) == ["b", "a"].map { "/photos/\($0).jpg" })
    }

    @Test func proposalsAreTheDetectionsAtOrAboveTheDisplayThreshold() throws {
        try add(("a", [0.1, 0.2, 0.45]))
        let task = try #require(try store.next(ann))
        #expect(task.detections.count == 3)
        #expect(task.initialBoxes.map(\.id) == [1, 2])
        #expect(task.initialBoxes.first?.box == .init(left: 10, top: 10, right: 50, bottom: 45))
        #expect(task.loop.score == 0.45)
    }
}
