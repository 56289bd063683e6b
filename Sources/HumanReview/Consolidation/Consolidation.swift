package import Annotations

/// Several people's answers about one image made into one: boxes of the same object are put together,
/// what most people have is kept, with its most frequent label and its mean edges.
package struct Consolidation: Hashable, Sendable {
    /// The least overlap of two people's boxes of one object.
    package static let sameOverlap = BoxMatching.usualThreshold
    /// Two people's boxes that overlap less than this differ in their edges.
    package static let closeOverlap = 0.8

    /// Every object that anybody drew, in the order of the first answer, then of the others.
    package let objects: [ConsolidatedBox]

    /// Puts answers together.
    ///
    /// Pairs of different people's boxes are taken greedily, the largest overlap first; a pair joins two
    /// groups unless somebody would have two boxes in the joined one.
    ///
    /// - Parameter answers: each person's boxes, in the order of submission.
    package init(_ answers: [[LabeledBox]]) {
        var groups = BoxGroups(answers)
        for pair in Self.pairs(answers) { groups.join(pair.first, pair.second) }
        objects = groups.members.map { members in
            ConsolidatedBox(
                members: members.enumerated().map { answer, position in
                    position.map { answers[answer][$0] }
                })
        }
    }

    /// The consolidated answer.
    package var boxes: [LabeledBox] { objects.compactMap(\.consolidated) }

    /// The objects people do not agree about.
    package var differences: [ConsolidatedBox] { objects.filter { !$0.disagreements.isEmpty } }

    private struct Pair {
        var first: BoxGroups.Place
        var second: BoxGroups.Place
        var overlap: Double
        var isOfOneLabel: Bool
    }

    /// Every pair of two people's boxes that overlap enough, the most wanted first.
    private static func pairs(_ answers: [[LabeledBox]]) -> [Pair] {
        let all = answers.indices.flatMap { one in
            answers.indices.dropFirst(one + 1).flatMap { other in
                pairs(answers, one, other)
            }
        }
        return all.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.overlap != second.overlap { return first.overlap > second.overlap }
            if first.isOfOneLabel != second.isOfOneLabel { return first.isOfOneLabel }
            return left.offset < right.offset
        }.map(\.element)
    }

    private static func pairs(_ answers: [[LabeledBox]], _ one: Int, _ other: Int) -> [Pair] {
        answers[one].enumerated().flatMap { position, box in
            answers[other].enumerated().compactMap { otherPosition, otherBox in
                let overlap = box.box.overlap(with: otherBox.box)
                guard overlap >= sameOverlap else { return nil }
                return Pair(
                    first: .init(answer: one, position: position),
                    second: .init(answer: other, position: otherPosition), overlap: overlap,
                    isOfOneLabel: box.label == otherBox.label)
            }
        }
    }
}
