import GRDB
import HumanReview

extension BulkAccept {
    /// Keeps what is said of boxes, leaving out those about which something was said before, and draws the
    /// conclusions: an image with a wrong box goes to review, one whose last undecided box was right is
    /// accepted.
    ///
    /// - Parameters:
    ///   - wrong: boxes that are wrong.
    ///   - right: the boxes that are right, asked for when the wrong ones wait no more; their images still
    ///     do, so that what is right beside a wrong box is kept as well.
    /// - Throws: what SQLite or `right` throws.
    mutating func decide(
        wrong: [ConfidentBoxID], right: () throws -> [ConfidentBoxID]
    ) throws {
        let bad = try keep(wrong, isRight: false)
        let good = try keep(try right(), isRight: true)
        outcome.rejectedBoxes += bad.count
        outcome.acceptedBoxes += good.count
        let reviewed = Set(bad.map(\.image))
        try review(reviewed.sorted())
        let complete = try Set(good.map(\.image)).subtracting(reviewed).sorted().filter {
            try !ConfidentBoxRecord.areLeft(ofImage: $0, in: db)
        }
        try accept(complete)
    }

    /// Returns the boxes about which nothing was said before.
    private mutating func keep(
        _ boxes: [ConfidentBoxID], isRight: Bool
    ) throws -> [ConfidentBoxID] {
        let kept = try boxes.filter { box in
            try ConfidentBoxRecord.decide(
                box, isRight: isRight, under: { try number() }, in: db)
        }
        outcome.skipped += boxes.count - kept.count
        return kept
    }
}
