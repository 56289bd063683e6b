import Annotations
import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func loopPage(
        _ filter: LoopFilter, after position: LoopPosition?, limit: Int, at time: Timestamp,
        budget: Int
    ) throws -> LoopPage {
        try? settleStoppingLoops(at: time)
        let isOver = deadline(milliseconds: budget)
        return try read { db in
            let query = try query(filter, at: time, in: db)
            let search = try LoopSearch(query, in: db)
            let page = try search.page(after: position, limit: max(0, limit), isOver: isOver)
            let rows = try page.found.map { found in
                try LoopListRow(
                    LoopRecord.find(found.id, in: db), in: workspace, query.census, db: db)
            }
            return LoopPage(rows: rows, next: page.next, isPartial: page.isPartial)
        }
    }

    package func loopCount(
        _ filter: LoopFilter, limit: Int, at time: Timestamp, budget: Int
    ) throws -> LoopCount {
        let isOver = deadline(milliseconds: budget)
        return try read { db in
            let query = try query(filter, at: time, in: db)
            if let kept = try keptCount(of: query.filter, in: db) {
                return LoopCount(kept, isExact: true)
            }
            return try LoopSearch(query, in: db).count(
                limit: min(limit, Int.max - 1), isOver: isOver)
        }
    }

    /// Milliseconds for finding out which term leaves nothing; the list waits for it.
    private static let emptyingBudget = 200

    package func emptyingTerm(
        of filter: LoopFilter, at time: Timestamp
    ) throws -> EmptyingTerm? {
        let isOver = deadline(milliseconds: Self.emptyingBudget)
        return try read { db in
            func isEmpty(_ terms: some Sequence<LoopFilter.Term>) throws -> Bool {
                let search = try search(LoopFilter(terms: Array(terms)), at: time, in: db)
                let page = try search.page(after: nil, limit: 1, isOver: isOver)
                return page.found.isEmpty && !page.isPartial
            }
            let position =
                try filter.terms.firstIndex { try isEmpty([$0]) }
                ?? filter.terms.indices.first { try isEmpty(filter.terms[...$0]) }
            return try position.map { position in
                EmptyingTerm(
                    position: position,
                    unknown: try KnownNames(db: db).unknown(in: filter.terms[position].condition)
                        .first)
            }
        }
    }

    package func unknownNames(in filter: LoopFilter) throws -> [UnknownName] {
        try read { db in try KnownNames(db: db).unknown(in: filter) }
    }

    package func loopView(_ name: String, for worker: Worker) throws -> LoopView {
        try read { db in
            let record = try LoopRecord.named(name, in: db)
            let census = try LeaseCensus(at: clock.now, in: db)
            let stored = try StoredTask(loop: record, task: nil, in: db)
            let isHidden = try BlindReview(loop: record, worker: worker, db: db).hidesOthers
            let revision =
                try isHidden ? nil : LoopRevisions(loopID: record.id, db: db).latestAnswered
            let span = try Row.fetchOne(db, cached: Self.journalSpan, arguments: [record.id])
            return LoopView(
                row: try LoopListRow(record, in: workspace, census, db: db),
                proposals: stored.input.initialBoxes,
                answers: revision?.answers ?? [], settlement: revision?.settlements.last,
                labels: stored.flow.labels,
                journal: try journalCounts(ofLoop: record.id, in: db).filter {
                    !isHidden || $0.worker == worker
                },
                firstEntry: (span?["first"] as Int64?).map(Timestamp.init(milliseconds:)),
                lastEntry: (span?["last"] as Int64?).map(Timestamp.init(milliseconds:)))
        }
    }

    /// The keys of all loops that a filter lets through, in its order.
    func loopKeys(_ filter: LoopFilter, at time: Timestamp, in db: Database) throws -> [Int64] {
        try search(filter, at: time, in: db).page(after: nil, limit: .max).found.map(\.id)
    }

    private func search(
        _ filter: LoopFilter, at time: Timestamp, in db: Database
    ) throws -> LoopSearch {
        try LoopSearch(query(filter, at: time, in: db), in: db)
    }

    /// What a filter that somebody typed asks for.
    func query(_ filter: LoopFilter, at time: Timestamp, in db: Database) throws -> LoopQuery {
        LoopQuery(
            try KnownNames(db: db).spelled(filter), at: time,
            try LeaseCensus(at: clock.now, in: db))
    }

    /// The count that triggers keep of what a filter asks for, or nil when none does.
    private func keptCount(of filter: LoopFilter, in db: Database) throws -> Int? {
        guard let term = filter.terms.first else { return try Tallies(db).loops }
        guard filter.terms.count == 1, !term.isNegated else { return nil }
        switch term.condition {
        case .states(let states):
            let tallies = try Tallies(db)
            return Set(states).reduce(0) { $0 + tallies[$1] }
        case .labels(let labels) where labels.count == 1:
            return try Int.fetchOne(
                db, cached: "SELECT count FROM loop_label_counts WHERE label = ?",
                arguments: [labels[0]]) ?? 0
        default: return nil
        }
    }

    private static let journalSpan = """
        SELECT MIN(time) AS first, MAX(time) AS last FROM edits
        WHERE task_id IN (SELECT id FROM tasks WHERE loop_id = ?)
        """

    private func journalCounts(
        ofLoop id: Int64, in db: Database
    ) throws -> [LoopView.JournalCount] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT worker, kind, COUNT(*) AS count FROM edits
                WHERE task_id IN (SELECT id FROM tasks WHERE loop_id = ?)
                GROUP BY worker, kind ORDER BY MIN(time), MIN(position)
                """, arguments: [id]
        ).compactMap { row in
            Edit.Kind(rawValue: row["kind"]).map {
                LoopView.JournalCount(
                    worker: Worker(name: row["worker"]), kind: $0, count: row["count"])
            }
        }
    }

    /// Whether so many milliseconds from now have passed.
    private func deadline(milliseconds: Int) -> () -> Bool {
        let end = clock.now.nanoseconds &+ Int64(min(max(0, milliseconds), 3_600_000)) &* 1_000_000
        return { [clock] in clock.now.nanoseconds >= end }
    }
}
