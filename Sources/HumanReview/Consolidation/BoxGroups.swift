internal import Annotations

/// Boxes of several answers in groups of one object each, in which every answer has one box at most.
struct BoxGroups {
    /// A box, by its answer and its position there.
    struct Place: Hashable {
        var answer: Int
        var position: Int
    }

    /// Each group's position in every answer, nil where the answer has none; in the order in which the
    /// groups' first boxes come.
    var members: [[Int?]] { groups.filter { $0.contains { $0 != nil } } }

    private var groups: [[Int?]]
    private var groupOfBox: [Place: Int] = [:]

    /// Every box in a group of its own.
    init(_ answers: [[LabeledBox]]) {
        groups = []
        for (answer, boxes) in answers.enumerated() {
            for position in boxes.indices {
                groupOfBox[Place(answer: answer, position: position)] = groups.count
                var members = [Int?](repeating: nil, count: answers.count)
                members[answer] = position
                groups.append(members)
            }
        }
    }

    /// Makes the groups of two boxes one, unless an answer has a box in both.
    mutating func join(_ first: Place, _ second: Place) {
        guard let one = groupOfBox[first], let other = groupOfBox[second], one != other else {
            return
        }
        let (kept, given) = (min(one, other), max(one, other))
        guard zip(groups[kept], groups[given]).allSatisfy({ $0 == nil || $1 == nil }) else {
            return
        }
        for (answer, position) in groups[given].enumerated() {
            guard let position else { continue }
            groups[kept][answer] = position
            groupOfBox[Place(answer: answer, position: position)] = kept
        }
        groups[given] = [Int?](repeating: nil, count: groups[given].count)
    }
}
