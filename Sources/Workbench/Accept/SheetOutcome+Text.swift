internal import HumanReview

extension SheetOutcome {
    /// What was decided, with every count that is not 0.
    var summary: String {
        let parts = [
            (acceptedBoxes, "boxes accepted "), (rejectedBoxes, "boxes rejected "),
            (accepted, acceptedBoxes > 0 ? "images complete " : "accepted "),
            (reviewed.count, "sent to review "), (skipped, "decided by another before: "),
        ]
        let text = parts.filter { $0.0 > 0 }.map { $0.1 + $0.0.grouped }.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension SheetUndo {
    /// What was taken back.
    var summary: String {
        let images = Self.counted(accepted + reviewed, "image", "images")
        let what = boxes == 0 ? images : Self.counted(boxes, "box", "boxes") + " and " + images
        let stay = kept == 0 ? "" : "; \(kept) stay in review, where they were opened"
        return "Took back " + what + stay
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count.grouped) \(count == 1 ? one : many)"
    }
}
