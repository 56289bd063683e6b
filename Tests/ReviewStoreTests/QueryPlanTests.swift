import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// What a million loops must not slow down is looked up in SQLite's own plans.
@Suite struct QueryPlanTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func plan(_ sql: String) throws -> [String] {
        try store.read { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            return try Row.fetchAll(
                statement,
                arguments: StatementArguments(
                    Array(repeating: DatabaseValue.null, count: Self.parameters(of: sql)))
            ).map { $0["detail"] }
        }
    }

    /// Distinct named parameters, or all that are unnamed.
    private static func parameters(of sql: String) -> Int {
        let words = sql.split { !($0.isLetter || $0 == ":" || $0 == "?" || $0 == "_") }
        return Set(words.filter { $0.hasPrefix(":") }).count + words.count { $0 == "?" }
    }

    @Test func aClaimWalksTheQueuesIndexAndSortsNothing() throws {
        let plan = try plan(QueueWalk.waiting)
        #expect(plan.first == "SCAN tasks USING INDEX tasks_in_queue")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
        #expect(plan.count { $0.hasPrefix("SCAN") && !$0.contains("json_each") } == 1)
    }

    @Test(arguments: [QueueWalk.postponed, QueueWalk.excluded])
    func whatAWorkerLeftIsFoundByKey(sql: String) throws {
        let plan = try plan(sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("json_each") })
    }

    @Test(arguments: [LeaseCensus.release, SQLiteReviewStore.heldByOthers])
    func leasesAreFoundAmongTheHeldTasksOnly(sql: String) throws {
        let scans = try plan(sql).filter { $0.hasPrefix("SCAN") && !$0.contains("json_each") }
        #expect(!scans.isEmpty)
        #expect(scans.allSatisfy { $0.contains("tasks_held") })
    }

    @Test(arguments: [true, false])
    func aPageOfLoopsIsReadInOrder(ofStatus: Bool) throws {
        let plan = try plan(SQLiteReviewStore.page(ofStatus: ofStatus))
        #expect(plan.first?.contains("SEARCH loops") == true)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") })
    }

    @Test(arguments: [true, false], [true, false])
    func aCardWalksItsClassInOrder(isWeakestFirst: Bool, isFirst: Bool) throws {
        let plan = try plan(
            ConfidentBoxRecord.sql(isWeakestFirst: isWeakestFirst, isFirst: isFirst))
        #expect(plan.count == 1)
        #expect(plan.first?.contains("INDEX confident_boxes_by_class (label=? AND") == true)
    }

    /// Every way of searching, along the list and by what a term leaves.
    @Test(arguments: LoopOrder.allCases, [0, 20_000])
    func noSearchGoesThroughEverything(order: LoopOrder, gathered: Int) throws {
        for text in LoopListTests.filters {
            var filter = try LoopFilter(text)
            filter.order = order
            let plans = try plans { db in
                let census = try LeaseCensus(at: store.clock.now, in: db)
                let search = try LoopSearch(
                    LoopQuery(filter, at: TemporaryWorkspace.time, census),
                    limits: LoopSearch.Limits(gathered: gathered, stride: 2), in: db)
                let page = try search.page(after: nil, limit: 2)
                _ = try search.page(
                    after: page.next ?? LoopPosition(id: 2, score: 0.5), limit: 2)
                _ = try search.count(limit: 2)
            }
            #expect(plans.count > 2)
            #expect(plans.flatMap { $0.scans } == [], "\(text)")
        }
    }

    @Test(arguments: ConfidentQuery.Order.allCases, [true, false])
    func noSheetGoesThroughEverything(order: ConfidentQuery.Order, isNarrow: Bool) throws {
        for filter in [
            ConfidentFilter(), ConfidentFilter(minimumScore: 0.9), ConfidentFilter(labels: ["dog"]),
            ConfidentFilter(model: "1"),
        ] {
            let plans = try plans { db in
                let walk = ConfidentWalk(
                    order: order, condition: ConfidentCondition(filter), isNarrow: isNarrow)
                _ = try walk.records(after: nil, limit: 2, in: db)
                let group: ConfidentPlace.Group =
                    switch order {
                    case .score: .none
                    case .age: .time(TemporaryWorkspace.time)
                    case .label, .model, .classMix: .text("dog")
                    }
                let place = ConfidentPlace(group: group, score: 0.9, image: 7)
                _ = try walk.records(after: place, limit: 2, in: db)
                _ = try store.count(filter, in: db)
                _ = try store.confidentImages(filter, limit: 2, in: db)
            }
            #expect(plans.flatMap { $0.scans } == [], "\(filter)")
        }
    }

    /// How SQLite goes about a statement.
    private struct Plan {
        let sql: String
        let steps: [String]

        private static let large = [
            "loops", "tasks", "images", "predictions", "detections", "answers", "answer_boxes",
            "edits", "events", "participation", "loop_labels", "confident_images",
            "confident_boxes",
        ]

        /// Large tables that are gone through, and not in an order whose first rows are enough.
        ///
        /// The index of what is held is as short as the team is small.
        var scans: [String] {
            steps.filter { step in
                guard step.hasPrefix("SCAN "),
                    let table = step.split(separator: " ").dropFirst().first,
                    Self.large.contains(String(table)), !step.contains("tasks_held")
                else { return false }
                return !step.contains("USING") || !sql.contains("LIMIT")
            }
        }
    }

    /// The plans of all statements that are run.
    private func plans(_ body: (Database) throws -> Void) throws -> [Plan] {
        try store.read { db in
            var statements: [String] = []
            db.trace {
                if case .statement(let statement) = $0 { statements.append(statement.expandedSQL) }
            }
            try body(db)
            db.trace(options: [])
            // What a virtual table asks of its own tables comes as a comment.
            return try statements.filter { !$0.hasPrefix("--") }.map { sql in
                Plan(
                    sql: sql,
                    steps: try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map {
                        $0["detail"]
                    })
            }
        }
    }
}
