import HumanReview
import ReviewStore

/// What a queue has done so far.
nonisolated struct QueueTotals {
    var loops = 0
    var confident = 0
    var problems = 0
    /// Images by the version that predicted them, in the order the versions came.
    var models: [(name: String, images: Int)] = []

    /// Images predicted.
    var images: Int { loops + confident }

    /// Counts an image.
    mutating func add(_ image: ImageRoute) {
        if image.isLoop { loops += 1 } else { confident += 1 }
        if let index = models.firstIndex(where: { $0.name == image.model }) {
            models[index].images += 1
        } else {
            models.append((image.model, 1))
        }
    }

    /// The totals on a line, for work that took so long.
    func description(seconds: Double) -> String {
        let by = models.map { models.count == 1 ? $0.name : "\($0.name) (\($0.images))" }
        var text = Counted.of(images, "image") + " predicted"
        if !by.isEmpty { text += " by " + by.joined(separator: ", ") }
        text += ": \(loops) to review, \(confident) confident"
        if problems > 0 {
            text += "; \(Counted.of(problems, "problem")), 'loopbox status' shows them"
        }
        return images > 0 ? text + "; " + Self.rate(Double(images) / max(seconds, 0.001)) : text
    }

    /// A rate to one decimal.
    static func rate(_ perSecond: Double) -> String {
        let tenths = Int((min(max(perSecond, 0), 1e6) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)/s"
    }
}
