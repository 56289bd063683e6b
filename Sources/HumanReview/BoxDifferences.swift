package import Annotations

/// What became of each box between two versions of an answer, or between the model's boxes and people's.
package struct BoxDifferences: Hashable, Sendable {
    /// What became of a box.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The same label and the same four edges.
        case kept
        /// The same label, other edges.
        case moved
        /// Another label, whatever its edges.
        case relabelled
        case added
        case removed
    }

    /// One box, before and after.
    package struct Change: Hashable, Sendable {
        package var kind: Kind
        /// Nil for a box that was added.
        package var before: LabeledBox?
        /// Nil for a box that was removed.
        package var after: LabeledBox?
        /// The intersection over union of both; 0 where there is only one.
        package var overlap: Double
    }

    /// In the order of the boxes before; what was added follows in the order of the boxes after.
    package let changes: [Change]

    /// Compares two sets of boxes, matched as ``BoxMatching`` does.
    ///
    /// - Parameters:
    ///   - before: the earlier version.
    ///   - after: the later one.
    ///   - threshold: the least overlap of a box with itself after it was moved.
    package init(
        from before: [LabeledBox], to after: [LabeledBox],
        threshold: Double = BoxMatching.usualThreshold
    ) {
        let matching = BoxMatching(before, after, threshold: threshold)
        let partners = Dictionary(uniqueKeysWithValues: matching.pairs.map { ($0.first, $0) })
        changes =
            before.enumerated().map { position, box in
                partners[position].map {
                    Self.change(from: box, to: after[$0.second], overlap: $0.overlap)
                } ?? Change(kind: .removed, before: box, after: nil, overlap: 0)
            }
            + matching.unmatchedSecond.map {
                Change(kind: .added, before: nil, after: after[$0], overlap: 0)
            }
    }

    /// The same as seen from the later version; what was matched stays matched.
    var reversed: BoxDifferences {
        BoxDifferences(changes: changes.map(\.reversed))
    }

    private init(changes: [Change]) { self.changes = changes }

    /// Whether nothing was changed.
    package var isEmpty: Bool { changes.allSatisfy { $0.kind == .kept } }

    /// How many boxes a thing happened to.
    package func count(of kind: Kind) -> Int { changes.count { $0.kind == kind } }

    /// How many boxes each thing happened to, `2 kept, 1 added`; `no boxes` where there are none.
    package var summary: String {
        let parts = Kind.allCases.filter { count(of: $0) > 0 }.map {
            "\(count(of: $0)) \($0.rawValue)"
        }
        return parts.isEmpty ? "no boxes" : parts.joined(separator: ", ")
    }

    /// The mean overlap of the boxes that were moved; nil when none was.
    package var meanOverlapOfMoved: Double? {
        let moved = changes.filter { $0.kind == .moved }
        guard !moved.isEmpty else { return nil }
        return moved.reduce(0) { $0 + $1.overlap } / Double(moved.count)
    }

    private static func change(
        from before: LabeledBox, to after: LabeledBox, overlap: Double
    ) -> Change {
        let kind: Kind =
            before.label != after.label ? .relabelled : before.box == after.box ? .kept : .moved
        return Change(kind: kind, before: before, after: after, overlap: overlap)
    }
}

extension BoxDifferences.Change {
    fileprivate var reversed: BoxDifferences.Change {
        let kind: BoxDifferences.Kind =
            switch kind {
            case .added: .removed
            case .removed: .added
            case .kept, .moved, .relabelled: kind
            }
        return BoxDifferences.Change(kind: kind, before: after, after: before, overlap: overlap)
    }
}
