import GRDB
import HumanReview

/// A filter of confident images as SQL.
struct ConfidentCondition {
    private(set) var sql: String
    private(set) var arguments: StatementArguments
    /// The index that finds what the filter takes, when that is few.
    let index: String

    /// The condition of a filter; its least score is asked for as `score >= ?` and may be left out.
    init(_ filter: ConfidentFilter, hasMinimum: Bool = true) {
        var terms: [String] = []
        var arguments: [any DatabaseValueConvertible] = []
        if hasMinimum {
            terms.append("score >= ?")
            arguments.append(filter.minimumScore)
        }
        if !filter.labels.isEmpty {
            let places = Array(repeating: "?", count: filter.labels.count)
            terms.append("label IN (\(places.joined(separator: ", ")))")
            arguments += filter.labels.sorted() as [any DatabaseValueConvertible]
        }
        if let model = filter.model {
            terms.append("model_version = ?")
            arguments.append(model)
        }
        sql = terms.isEmpty ? "1" : terms.joined(separator: " AND ")
        self.arguments = StatementArguments(arguments)
        index =
            !filter.labels.isEmpty
            ? "confident_by_label"
            : filter.model != nil ? "confident_by_model" : "confident_by_score"
    }
}
