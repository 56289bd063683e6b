internal import Annotations
internal import HumanReview

/// The line under a thumbnail: what the model is surest of and how sure, and how much more there is.
struct SheetCaption {
    private let label: String
    private let score: String
    private let others: String

    init(_ image: ConfidentImage, isPicked: Bool) {
        label = (isPicked ? "x " : "") + image.label
        score = Percent.of(image.score)
        others = image.detections.count > 1 ? " +\(image.detections.count - 1)" : ""
    }

    /// The caption in so many characters; the score stays whole, and the class gives way.
    func text(width: Int) -> String {
        let rest = score.count + 1
        guard label.count + rest + others.count > width else {
            return label + " " + score + others
        }
        return String(label.prefix(max(0, width - rest))) + " " + score
    }
}
