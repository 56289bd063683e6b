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
}
