import Annotations
import GRDB
import HumanReview

/// The names a workspace knows, which the names in a filter are looked up among.
struct KnownNames {
    let db: Database

    /// The filter with its classes in every spelling that the workspace has of them, whatever the case
    /// they were typed in.
    func spelled(_ filter: LoopFilter) throws -> LoopFilter {
        var filter = filter
        let known = try filter.terms.contains(where: \.isOfLabels) ? labels() : []
        for (index, term) in filter.terms.enumerated() {
            guard case .labels(let labels) = term.condition else { continue }
            filter.terms[index].condition = .labels(
                labels.flatMap { label in
                    let spellings = spellings(of: label, among: known)
                    return spellings.isEmpty ? [label] : spellings
                })
        }
        return filter
    }

    /// The names in a filter that nothing can have, in their order.
    func unknown(in filter: LoopFilter) throws -> [UnknownName] {
        try filter.terms.flatMap { try unknown(in: $0.condition) }
    }

    /// The names in a condition that nothing can have, in their order.
    func unknown(in condition: LoopCondition) throws -> [UnknownName] {
        switch condition {
        case .labels(let names):
            let known = try labels()
            return names.filter { spellings(of: $0, among: known).isEmpty }
                .map { UnknownName("class", $0, among: known) }
        case .workers(let names), .holders(let names), .assignees(let names):
            return try unknown(names, "worker", KnownWorkers(db: db).isKnown) {
                try KnownWorkers(db: db).names
            }
        case .models(let names):
            return try unknown(names, "model", isModel) { try models() }
        case .flows(let names):
            let known = try String.fetchAll(db, cached: "SELECT name FROM flows ORDER BY 1")
            return try unknown(names, "flow", known.contains) { known }
        default: return []
        }
    }

    private func unknown(
        _ names: [String], _ kind: String, _ isKnown: (String) throws -> Bool,
        among known: () throws -> [String]
    ) throws -> [UnknownName] {
        try names.filter { try !isKnown($0) }.map {
            UnknownName(kind, $0, among: try known())
        }
    }

    // MARK: - Classes

    /// As they are stored, which is what the database compares with.
    private func spellings(of label: String, among known: [String]) -> [String] {
        known.filter { $0.lowercased() == label.lowercased() }
    }

    /// Those of the flows, and those that loops have besides.
    private func labels() throws -> [String] {
        var labels = try String.fetchAll(db, cached: "SELECT labels FROM flows ORDER BY id")
            .flatMap { try LabelText.labels(of: $0).names }
        labels += try String.fetchAll(
            db, cached: "SELECT label FROM loop_label_counts WHERE count > 0 ORDER BY 1")
        // Two that look alike may be stored by different bytes.
        var seen: Set<[UInt8]> = []
        return labels.filter { seen.insert(Array($0.utf8)).inserted }
    }

    // MARK: - Models

    private func isModel(_ name: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM predictions WHERE model_version = :name)
                    OR EXISTS (SELECT 1 FROM model_versions WHERE name = :name)
                """, arguments: ["name": name]) ?? false
    }

    private func models() throws -> [String] {
        try String.fetchAll(
            db,
            cached: """
                SELECT value FROM (\(SkipScan.values(of: "model_version", in: "predictions")))
                UNION SELECT name FROM model_versions ORDER BY 1
                """)
    }
}

extension LoopFilter.Term {
    fileprivate var isOfLabels: Bool { if case .labels = condition { true } else { false } }
}
