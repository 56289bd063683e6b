import Annotations
import GRDB
import HumanReview

/// The names a workspace knows, which the names in a filter are looked up among.
struct KnownNames {
    let db: Database

    /// The filter with its classes spelled as the workspace spells them, whatever the case they were
    /// typed in; a class that is there as it was typed stays the only one.
    func spelled(_ filter: LoopFilter) throws -> LoopFilter {
        var filter = filter
        for (index, term) in filter.terms.enumerated() {
            guard case .labels(let labels) = term.condition else { continue }
            filter.terms[index].condition = .labels(try labels.flatMap(spellings))
        }
        return filter
    }

    /// The names in a filter that nothing can have, in their order.
    func unknown(in filter: LoopFilter) throws -> [UnknownName] {
        try filter.terms.flatMap { try unknown(in: $0.condition) }
    }

    /// The first name in a condition that nothing can have.
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

    private func spellings(of label: String) throws -> [String] {
        let spellings = spellings(of: label, among: try labels())
        return spellings.isEmpty ? [label] : spellings
    }

    private func spellings(of label: String, among known: [String]) -> [String] {
        if known.contains(label) { return [label] }
        return known.filter { $0.lowercased() == label.lowercased() }
    }

    /// Those of the flows, and those that loops ever had besides.
    private func labels() throws -> [String] {
        var labels = try String.fetchAll(db, cached: "SELECT labels FROM flows ORDER BY id")
            .flatMap { try LabelText.labels(of: $0).names }
        labels += try String.fetchAll(db, cached: "SELECT label FROM loop_label_counts ORDER BY 1")
        var seen: Set<String> = []
        return labels.filter { seen.insert($0).inserted }
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

    /// The versions among all predictions are found by skipping along their index.
    private func models() throws -> [String] {
        try String.fetchAll(
            db,
            cached: """
                WITH RECURSIVE predicting (name) AS (
                    SELECT MIN(model_version) FROM predictions
                    UNION ALL
                    SELECT (SELECT MIN(model_version) FROM predictions WHERE model_version > name)
                    FROM predicting WHERE name IS NOT NULL)
                SELECT name FROM predicting WHERE name IS NOT NULL
                UNION SELECT name FROM model_versions ORDER BY 1
                """)
    }
}
