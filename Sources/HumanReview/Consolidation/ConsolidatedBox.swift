package import Annotations

/// One object as several people drew it, and what is made of that.
package struct ConsolidatedBox: Hashable, Sendable {
    /// Why people's boxes for one object are not the same.
    package enum Disagreement: String, Hashable, Sendable, CaseIterable {
        /// Not everybody has the box.
        case missing
        /// They call it differently.
        case label
        /// Two of the boxes overlap less than ``Consolidation/closeOverlap``.
        case edges
    }

    /// Each answer's box, in the order of the answers, at least one of them; nil where an answer has none.
    package let members: [LabeledBox?]
    /// The most frequent label (of equally frequent ones that of the earliest answer) and the mean of
    /// every edge, rounded to whole pixels.
    package let merged: LabeledBox
    /// The least intersection over union between any two of the boxes; 1 when there is one.
    package let leastOverlap: Double
    /// What they differ in; empty when everybody says the same.
    package let disagreements: Set<Disagreement>

    init(members: [LabeledBox?]) {
        self.members = members
        let present = members.compactMap(\.self)
        merged = LabeledBox(label: Self.majority(present), box: Self.mean(present.map(\.box)))
        leastOverlap = Self.leastOverlap(present.map(\.box))
        var disagreements: Set<Disagreement> = []
        if present.count < members.count { disagreements.insert(.missing) }
        if Set(present.map(\.label)).count > 1 { disagreements.insert(.label) }
        if leastOverlap < Consolidation.closeOverlap { disagreements.insert(.edges) }
        self.disagreements = disagreements
    }

    /// Whether more than half of the answers have the box.
    package var isKept: Bool { members.count(where: { $0 != nil }) * 2 > members.count }

    /// What the consolidated answer has of the object: nothing where no majority has a box.
    package var consolidated: LabeledBox? { isKept ? merged : nil }

    private static func majority(_ boxes: [LabeledBox]) -> String {
        let labels = boxes.map(\.label)
        return labels.reduce(labels.first ?? "") { best, label in
            labels.count { $0 == label } > labels.count { $0 == best } ? label : best
        }
    }

    private static func mean(_ boxes: [BoundingBox]) -> BoundingBox {
        func mean(_ edge: KeyPath<BoundingBox, Int>) -> Int {
            let sum = boxes.reduce(0.0) { $0 + Double($1[keyPath: edge]) }
            return Int((sum / Double(max(1, boxes.count))).rounded())
        }
        return BoundingBox(
            left: mean(\.left), top: mean(\.top), right: mean(\.right), bottom: mean(\.bottom))
    }

    private static func leastOverlap(_ boxes: [BoundingBox]) -> Double {
        boxes.indices.flatMap { first in
            boxes.indices.dropFirst(first + 1).map { boxes[first].overlap(with: boxes[$0]) }
        }.min() ?? 1
    }
}
