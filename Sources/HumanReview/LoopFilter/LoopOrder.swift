/// The orders of a list of loops.
///
/// Raw values stand behind `sort:` in a filter.
package enum LoopOrder: String, Hashable, Sendable, CaseIterable {
    /// The order loops were started in, backwards: the youngest first.
    case newestFirst = "age"
    case oldestFirst = "-age"
    /// The most uncertain first; no score is less than any.
    case lowestScoreFirst = "score"
    case highestScoreFirst = "-score"

    /// The order that `o` goes to from this one.
    package var next: LoopOrder {
        let all = Self.allCases
        let index = all.firstIndex(of: self) ?? 0
        return all[(index + 1) % all.count]
    }

    /// What the screen says the list is sorted by.
    package var title: String {
        switch self {
        case .newestFirst: "newest first"
        case .oldestFirst: "oldest first"
        case .lowestScoreFirst: "lowest score first"
        case .highestScoreFirst: "highest score first"
        }
    }
}
