package import Annotations

/// How far two people, or a person and the model, say the same of the same images.
///
/// Boxes are matched image by image as ``BoxMatching`` does; both figures are over the matched boxes of
/// all images together.
package struct Agreement: Hashable, Sendable {
    /// The labels two sides gave to one object.
    package struct LabelPair: Hashable, Sendable {
        package var first: String
        package var second: String

        /// A pair; the order of the sides matters.
        package init(_ first: String, _ second: String) {
            self.first = first
            self.second = second
        }
    }

    /// How often each pair of labels was given.
    package private(set) var labels: [LabelPair: Int] = [:]
    /// The sum of the matched boxes' overlaps.
    package private(set) var overlapSum = 0.0
    /// Boxes of the first side only.
    package private(set) var onlyFirst = 0
    /// Boxes of the second side only.
    package private(set) var onlySecond = 0

    /// No image yet.
    package init() {}

    /// Counts that were kept elsewhere.
    package init(labels: [LabelPair: Int], overlapSum: Double, onlyFirst: Int, onlySecond: Int) {
        self.labels = labels
        self.overlapSum = overlapSum
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
    }

    /// Counts what the sides say of one more image.
    package mutating func add(_ first: [LabeledBox], _ second: [LabeledBox]) {
        let matching = BoxMatching(first, second)
        for pair in matching.pairs {
            labels[LabelPair(first[pair.first].label, second[pair.second].label), default: 0] += 1
            overlapSum += pair.overlap
        }
        onlyFirst += matching.unmatchedFirst.count
        onlySecond += matching.unmatchedSecond.count
    }

    /// Boxes that both sides have.
    package var matched: Int { labels.values.reduce(0, +) }

    /// The mean intersection over union of the matched boxes; nil when there is none.
    package var meanOverlap: Double? { matched == 0 ? nil : overlapSum / Double(matched) }

    /// Cohen's kappa of the matched boxes' labels (Cohen 1960): 1 for full agreement, 0 for what chance
    /// gives; nil when no box is matched, and 1 when both sides know one label only, the same.
    package var labelKappa: Double? {
        guard matched > 0 else { return nil }
        let total = Double(matched)
        let observed = Double(labels.filter { $0.key.first == $0.key.second }.values.reduce(0, +))
        let first = marginals(\.first)
        let second = marginals(\.second)
        // In the order of the labels: sums of doubles depend on it, and dictionaries have none.
        let expected = first.keys.sorted().reduce(0) { sum, label in
            sum + Double(first[label] ?? 0) * Double(second[label] ?? 0)
        }
        let chance = expected / (total * total)
        return chance == 1 ? 1 : (observed / total - chance) / (1 - chance)
    }

    private func marginals(_ side: KeyPath<LabelPair, String>) -> [String: Int] {
        labels.reduce(into: [:]) { counts, entry in
            counts[entry.key[keyPath: side], default: 0] += entry.value
        }
    }
}
