import GRDB
import HumanReview

/// A filter as conditions in SQL over a row of `loops`.
struct LoopQuery {
    let filter: LoopFilter
    /// Ages are counted to it.
    let time: Timestamp
    let census: LeaseCensus
    /// Every condition that must hold.
    private(set) var tests: [String] = []
    /// Ways to the few loops that one of the terms leaves, see ``LoopSource``.
    private(set) var sources: [LoopSource] = []
    private var values: [String: DatabaseValue] = [:]

    init(_ filter: LoopFilter, at time: Timestamp, _ census: LeaseCensus) {
        self.filter = filter
        self.time = time
        self.census = census
        for term in filter.terms { add(term) }
    }

    /// What the conditions and sources compare with, with further values.
    func arguments(_ others: [String: (any DatabaseValueConvertible)?] = [:]) -> StatementArguments
    {
        census.arguments + StatementArguments(values) + StatementArguments(others)
    }

    /// The conditions as one, ready to follow another.
    var condition: String { tests.map { " AND " + $0 }.joined() }

    private mutating func add(_ term: LoopFilter.Term) {
        let test = test(term.condition)
        // What compares with nothing is not true, so that its opposite is.
        tests.append(term.isNegated ? "(\(test)) IS NOT TRUE" : "(\(test))")
        if !term.isNegated { sources += sources(of: term.condition) }
    }

    /// A name for a value.
    mutating func bind(_ value: some DatabaseValueConvertible) -> String {
        let name = "v\(values.count)"
        values[name] = value.databaseValue
        return ":" + name
    }

    /// `IN` and the names of some values.
    mutating func bind(anyOf values: [String]) -> String {
        var names: [String] = []
        for value in values { names.append(bind(value)) }
        return "IN (\(names.joined(separator: ", ")))"
    }
}
