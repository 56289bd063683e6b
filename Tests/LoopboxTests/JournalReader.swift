import Annotations
import HumanReview
import ReviewStore

/// What a loop's journal holds, read by another process than the one that writes it.
struct JournalReader {
    let store: SQLiteReviewStore
    let loop: String

    /// The entries, without what opening and waiting add.
    func edits() throws -> [Edit] {
        try store.details(ofLoop: loop).journal.filter { ![.open, .activity].contains($0.kind) }
    }

    /// The boxes the entries make of the proposals.
    func boxes() throws -> [BoundingBox] {
        let details = try store.details(ofLoop: loop)
        var draft = Draft(
            initial: details.inputContent.initialBoxes, threshold: 0.2,
            reservedIDs: details.inputContent.proposals.count)
        for edit in details.journal { draft.apply(edit) }
        return draft.boxes.map(\.box)
    }
}
