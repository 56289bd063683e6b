import Annotations
import HumanReview
import Testing
import TestSupport

@Suite struct DraftTests {
    private static let worker = Worker(name: "ann")
    private static let time = Timestamp(milliseconds: 0)
    private static let initial = (0..<4).map { box($0, left: $0) }

    private static func box(_ id: Int, left: Int, label: String = "dog") -> ReviewBox {
        ReviewBox(
            id: id, label: label, box: BoundingBox(left: left, top: 0, width: 5, height: 5),
            score: 0.5)
    }

    /// An edit that fits the draft as it is.
    private static func randomEdit(
        of draft: Draft, _ generator: inout SeededGenerator
    ) -> Edit {
        let before = draft.boxes.randomElement(using: &generator)
        let left = Int.random(in: 0..<100, using: &generator)
        switch (Int.random(in: 0..<6, using: &generator), before) {
        case (0, _), (_, nil):
            return edit(.draw, BoxChange(before: nil, after: box(draft.nextID, left: left)))
        case (1, let before?): return edit(.delete, BoxChange(before: before, after: nil))
        case (2, let before?):
            return edit(.relabel, BoxChange(before: before, after: box(before.id, left: left)))
        case (3, _):
            let after = Double(left) / 100
            return Edit(
                kind: .threshold, threshold: .init(before: draft.threshold, after: after),
                worker: worker, time: time)
        case (4, _): return Edit(kind: .activity, worker: worker, time: time)
        case (_, let before?):
            return edit(.move, BoxChange(before: before, after: box(before.id, left: left)))
        }
    }

    private static func edit(_ kind: Edit.Kind, _ change: BoxChange) -> Edit {
        Edit(kind: kind, changes: [change], worker: worker, time: time)
    }

    @Test(arguments: 0..<50)
    func undoingEverythingAndDoingItAgainIsIdentity(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var draft = Draft(initial: Self.initial, threshold: 0.2, reservedIDs: 6)
        for _ in 0..<60 { draft.apply(Self.randomEdit(of: draft, &generator)) }
        let (boxes, threshold) = (draft.boxes, draft.threshold)
        while let undo = draft.undo(by: Self.worker, at: Self.time) { draft.apply(undo) }
        #expect(draft.boxes == Self.initial)
        #expect(draft.threshold == 0.2)
        while let redo = draft.redo(by: Self.worker, at: Self.time) { draft.apply(redo) }
        #expect(draft.boxes == boxes)
        #expect(draft.threshold == threshold)
    }

    @Test(arguments: 0..<20)
    func replayingTheJournalGivesTheSameDraft(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var draft = Draft(initial: Self.initial, threshold: 0.2)
        for _ in 0..<100 {
            let undoes = Int.random(in: 0..<3, using: &generator) == 0
            let undo = undoes ? draft.undo(by: Self.worker, at: Self.time) : nil
            draft.apply(undo ?? Self.randomEdit(of: draft, &generator))
        }
        var replayed = Draft(initial: Self.initial, threshold: 0.2)
        for edit in draft.journal { replayed.apply(edit) }
        #expect(replayed.boxes == draft.boxes)
        #expect(replayed.nextID == draft.nextID)
        #expect(
            replayed.undo(by: Self.worker, at: Self.time)
                == draft.undo(by: Self.worker, at: Self.time))
    }

    @Test func aNewEditEndsWhatCouldBeDoneAgain() throws {
        var draft = Draft(initial: Self.initial, threshold: 0.2)
        draft.apply(Self.edit(.delete, BoxChange(before: Self.initial[0], after: nil)))
        draft.apply(try #require(draft.undo(by: Self.worker, at: Self.time)))
        #expect(draft.canRedo)
        draft.apply(Edit(kind: .activity, worker: Self.worker, time: Self.time))
        #expect(draft.canRedo)
        draft.apply(Self.edit(.delete, BoxChange(before: Self.initial[1], after: nil)))
        #expect(!draft.canRedo)
    }

    @Test func idsAreNeverGivenTwice() {
        var draft = Draft(initial: [], threshold: 0.2, reservedIDs: 3)
        let drawn = Self.box(draft.nextID, left: 1)
        draft.apply(Self.edit(.draw, BoxChange(before: nil, after: drawn)))
        draft.apply(Self.edit(.delete, BoxChange(before: drawn, after: nil)))
        #expect(drawn.id == 3)
        #expect(draft.nextID == 4)
    }
}
