package import HumanReview

/// A decision that waits for a second press.
package struct SheetQuestion: Hashable, Sendable {
    package var decision: SheetDecision
    /// How many images or boxes it would accept.
    package var accepted: Int
    /// How many it leaves alone because their photo cannot be shown.
    package var unseen = 0
    /// Whether it is about the boxes of a card.
    package var isCard = false
    /// What is accepted beyond the sheet, in words; nil when the decision stays on it.
    package var everything: String?

    /// The lines that ask it; the keys that answer it begin its lines.
    var lines: [String] {
        let things = isCard ? Counted.boxes(accepted) : Counted.of(accepted, "image")
        var lines = ["Accept \(things)?"]
        if let everything {
            lines.append(everything.prefix(1).uppercased() + everything.dropFirst())
        }
        return lines + picked + left + ["", "A y Enter  yes", "n Esc      no"]
    }

    private var left: [String] {
        unseen > 0 ? ["\(unseen) without a photo left as they are"] : []
    }

    private var picked: [String] {
        let count = decision.photosToReview
        guard count > 0 else { return [] }
        let noun = isCard ? "photo" : "picked off"
        let review = Counted.of(count, noun + " goes", noun + (isCard ? "s go" : " go"))
        // A photo that was picked off as a whole says nothing of any one of its boxes.
        let wrong = decision.rejected.count
        return [review + " to review"]
            + (wrong > 0 ? [Counted.of(wrong, "box is", "boxes are") + " called wrong"] : [])
    }
}
