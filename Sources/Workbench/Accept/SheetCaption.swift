internal import Annotations
internal import HumanReview
internal import Screen

/// The line under a thumbnail: what the model is surest of and how sure, and how much more there is.
struct SheetCaption {
    private let mark: String
    private let label: String
    private let score: String
    private let others: String

    init(_ item: SheetItem, isPicked: Bool) {
        mark = isPicked ? "x " : ""
        label = item.box?.detection.label ?? item.image.label
        score = " " + Percent.of(item.box?.detection.score ?? item.image.score)
        let count = item.image.detections.count
        others = item.box == nil && count > 1 ? " +\(count - 1)" : ""
    }

    /// The caption in so many characters: the numbers stay whole, and the class gives way.
    func text(width: Int) -> String {
        let numbers = score + others
        let room = width - mark.count - numbers.count
        if room >= min(Self.leastLabel, DisplayWidth.of(label)) {
            return mark + DisplayWidth.truncate(label, to: room) + numbers
        }
        return mark + DisplayWidth.truncate(label, to: max(0, room + others.count)) + score
    }

    /// Columns under which a class says less than how many more boxes there are.
    private static let leastLabel = 4
}
