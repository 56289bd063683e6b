internal import HumanReview

extension SheetOutcome {
    /// What was decided, with every count that is not 0.
    var summary: String {
        // Beside counts of boxes it is to be read that this one is of photos.
        let photos = acceptedBoxes + rejectedBoxes > 0 ? "photos " : ""
        let parts = [
            (acceptedBoxes, "boxes accepted "), (rejectedBoxes, "boxes rejected "),
            (accepted, acceptedBoxes > 0 ? "images complete " : "accepted "),
            (reviewed.count, photos + "sent to review "), (skipped, "decided by another before: "),
        ]
        let text = parts.filter { $0.0 > 0 }.map { $0.1 + Counted.of($0.0) }.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension SheetUndo {
    /// What was taken back.
    var summary: String {
        let images = Counted.of(accepted + reviewed, "image")
        let what = boxes == 0 ? images : Counted.boxes(boxes) + " and " + images
        guard kept > 0 else { return "Took back " + what }
        return "Took back " + what + "; "
            + Counted.of(kept, "stays as it is, used", "stay as they are, used") + " since"
    }
}
