internal import Annotations
internal import HumanReview
internal import Screen

/// The line under a thumbnail: what the model is surest of and how sure, and how much more there is.
struct SheetCaption {
    private let mark: String
    private let label: String
    private let score: String
    private let others: String
    /// Columns of a cut class under which it says nothing; on a card, where all are of one class, all of it.
    private let least: Int

    init(_ item: SheetItem, isPicked: Bool) {
        mark = isPicked ? "x " : ""
        label = item.box?.detection.label ?? item.image.label
        score = Percent.of(item.box?.detection.score ?? item.image.score)
        least = item.box == nil ? 4 : .max
        let count = item.image.detections.count
        others = item.box == nil && count > 1 ? " +\(count - 1)" : ""
    }

    /// The caption in so many characters: the numbers stay whole, and the class gives way.
    ///
    /// A class of which nothing can be told goes altogether; boxes and panel have it too.
    func text(width: Int) -> String {
        let numbers = score + others
        let room = width - mark.count - numbers.count - 1
        if room >= min(least, DisplayWidth.of(label)) {
            return mark + DisplayWidth.truncate(label, to: room) + " " + numbers
        }
        return mark + (mark.count + numbers.count <= width ? numbers : score)
    }
}
