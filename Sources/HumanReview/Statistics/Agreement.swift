package import Annotations

/// Sums over the loops that two sides answered, from which follows how far they say the same.
///
/// The sides are two workers, or a worker and the model. Boxes are matched image by image as
/// ``BoxMatching`` does. Sums of any two sets of loops add up to the sums of both. Of the labels only what
/// Cohen's kappa needs is kept, so that there are as many counts as labels and not as pairs of them.
package struct Agreement: Hashable, Sendable {
    /// How often the sides gave a label to objects that both marked.
    package struct LabelCounts: Hashable, Sendable {
        package var first: Int
        package var second: Int
        /// By both sides, to the same object.
        package var both: Int

        /// Counts; by default of nothing.
        package init(first: Int = 0, second: Int = 0, both: Int = 0) {
            self.first = first
            self.second = second
            self.both = both
        }
    }

    package var loops: Int
    /// Objects that both sides marked, and how well their boxes lay on each other.
    package var matched: MatchTotals
    /// Objects that only one of them marked.
    package var unmatched: Int
    package var labels: [String: LabelCounts] = [:]

    /// Sums; by default of nothing.
    package init(loops: Int = 0, matched: MatchTotals = MatchTotals(), unmatched: Int = 0) {
        self.loops = loops
        self.matched = matched
        self.unmatched = unmatched
    }

    /// Counts what the sides say of one more image.
    package mutating func add(_ first: [LabeledBox], _ second: [LabeledBox]) {
        add(BoxDifferences(from: first, to: second))
    }

    /// Counts one more image: before is what the first side says, after what the second does.
    mutating func add(_ differences: BoxDifferences) {
        loops += 1
        for change in differences.changes {
            guard let before = change.before, let after = change.after else {
                unmatched += 1
                continue
            }
            matched.add(overlap: change.overlap, isUnmoved: before.box == after.box)
            labels[before.label, default: LabelCounts()].first += 1
            labels[after.label, default: LabelCounts()].second += 1
            if before.label == after.label {
                labels[before.label, default: LabelCounts()].both += 1
            }
        }
    }

    /// Cohen's kappa of the matched boxes' labels (Cohen 1960): 1 for full agreement, 0 for what chance
    /// gives; nil when no box is matched, and 1 when both sides know one label only, the same.
    package var labelKappa: Double? {
        guard matched.count > 0 else { return nil }
        let total = Double(matched.count)
        let observed = Double(labels.values.reduce(0) { $0 + $1.both })
        // In the order of the labels: sums of doubles depend on it, and dictionaries have none.
        let expected = labels.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
            sum + Double(entry.value.first) * Double(entry.value.second)
        }
        let chance = expected / (total * total)
        return chance == 1 ? 1 : (observed / total - chance) / (1 - chance)
    }
}
