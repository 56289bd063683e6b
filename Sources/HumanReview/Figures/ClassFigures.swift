/// What people did to the model's boxes of one class.
package struct ClassFigures: Hashable, Sendable {
    package var label: String
    /// Boxes of the class left as they were.
    package var kept = 0
    /// Boxes of the class whose edges were changed.
    package var moved = 0
    /// Boxes that people drew and called so.
    package var added = 0
    /// Boxes the model called so that people removed.
    package var removed = 0
    /// Boxes the model called so that people called otherwise.
    package var relabelled = 0
    /// The mean overlap of the moved boxes with the model's.
    package var meanOverlapOfMoved: Double?

    /// Boxes that anything happened to, or nothing.
    package var boxes: Int { kept + moved + added + removed + relabelled }
    /// The share of the model's boxes of the class that people left to it, moved or not.
    package var precision: WilsonInterval {
        WilsonInterval(
            successes: kept + moved, trials: kept + moved + removed + relabelled)
    }

    /// The classes of a model's matches, the one with most boxes first.
    static func all(of matches: [LabelPair: MatchTotals]) -> [ClassFigures] {
        let labels = Set(matches.keys.flatMap { [$0.first, $0.second].compactMap { $0 } })
        return labels.map { ClassFigures($0, matches) }
            .sorted { ($1.boxes, $0.label) < ($0.boxes, $1.label) }
    }

    private init(_ label: String, _ matches: [LabelPair: MatchTotals]) {
        self.label = label
        for (pair, totals) in matches {
            switch (pair.first, pair.second) {
            case (label, label): count(same: totals)
            case (nil, label): added += totals.count
            case (label, nil): removed += totals.count
            case (label, _): relabelled += totals.count
            default: break
            }
        }
    }

    private mutating func count(same totals: MatchTotals) {
        kept = totals.unmoved
        moved = totals.count - totals.unmoved
        // What is unmoved overlaps wholly.
        let overlap = totals.overlapMillionths - totals.unmoved * 1_000_000
        if moved > 0 { meanOverlapOfMoved = Double(overlap) / 1e6 / Double(moved) }
    }
}
