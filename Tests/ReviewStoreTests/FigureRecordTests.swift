import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct FigureRecordTests {
    private let temporary: TemporaryWorkspace
    private let store: SQLiteReviewStore
    private let ana = Worker(name: "ana")

    init() throws {
        temporary = try TemporaryWorkspace(taskCount: 2)
        store = try temporary.store()
    }

    private static let tables = [
        "loop_hours", "waiting_hours", "worker_days", "model_matches", "agreement",
        "agreement_labels", "prediction_scores", "prediction_labels", "score_bands",
    ]

    /// Every row of the summaries that counts something.
    private func summaries() throws -> [String] {
        try store.read { db in
            try Self.tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").filter { row in
                    !row.hasColumn("count") || row["count"] != 0
                }.map { "\(table) \($0)" }.sorted()
            }
        }
    }

    /// Counts everything anew as the migration of an older store does.
    private func recount() throws {
        try store.write { db in
            for table in Self.tables { try db.execute(sql: "DELETE FROM \(table)") }
            try db.execute(sql: Schema.figuresOfLoops)
            try PredictionFigures.count(after: 0, through: .max, in: db)
            try AnswerFigureRecords.count(after: 0, through: .max, in: db)
        }
    }

    private func work() throws {
        for (number, scores) in [[0.4, 0.3], [0.2], [], [0.45, 0.1], [0.9]].enumerated() {
            _ = try store.add(
                [TemporaryWorkspace.image("i\(number)", scores: scores)],
                at: TemporaryWorkspace.time)
        }
        for name in ["ana", "ben"] {
            let worker = Worker(name: name)
            while let task = try store.next(worker), let lease = task.lease {
                var answer = task.answer(by: worker, at: TemporaryWorkspace.time)
                if name == "ben" { answer.boxes = answer.boxes.map { moved($0) } }
                _ = try store.submit(answer, under: lease)
            }
        }
    }

    private func moved(_ box: LabeledBox) -> LabeledBox {
        LabeledBox(
            label: box.label,
            box: box.box.moved(right: 3, down: 1, within: PixelSize(width: 100, height: 50)))
    }

    @Test func whatIsCountedAsItComesIsWhatAnOlderStoreIsCountedTo() throws {
        try work()
        let kept = try summaries()
        #expect(kept.count > 12)
        try recount()
        #expect(try summaries() == kept)
    }

    @Test func everyPairOfLabelsOfAnEarlierStoreAddsUpToItsAgreement() throws {
        let earlier = try EarlierStore.make(
            upTo: "12 long lists by score and by few letters", in: temporary.workspace, tables: [],
            from: store)
        try earlier.write { db in
            try db.execute(
                sql: """
                    -- What the figures of these versions were counted without.
                    DROP TABLE agreement; DROP TABLE agreement_labels;
                    INSERT INTO worker_pairs VALUES ('ana', 'ben', 3), ('ana', '', 1);
                    INSERT INTO worker_matches VALUES
                        ('ana', 'ben', 'dog', 'dog', 3, 2, 2700000),
                        ('ana', 'ben', 'dog', 'cat', 1, 0, 800000),
                        ('ana', 'ben', 'cat', 'cat', 1, 1, 1000000),
                        ('ana', 'ben', 'cat', '', 1, 0, 0),
                        ('ana', 'ben', '', 'cow', 2, 0, 0);
                    """)
        }
        try Schema.migrator.migrate(earlier)
        #expect(
            try earlier.read(Self.agreement) == [
                "ana  1 0 0 0 0", "ana ben 3 5 3 4500000 3",
                "ana ben cat 1 2 1", "ana ben dog 4 3 3",
            ])
        #expect(try earlier.read { try !$0.tableExists("worker_matches") })
    }

    @Test func aStoreFromBeforeTheFiguresIsCountedOnce() throws {
        try work()
        let earlier = try EarlierStore.make(
            upTo: "8 attempts of prediction jobs", in: temporary.workspace,
            tables: [
                "flows", "images", "predictions", "detections", "loops", "tasks", "answers",
                "answer_boxes",
            ], from: store)
        try Schema.migrator.migrate(earlier)
        let counted = try earlier.read(Self.agreement)
        #expect(counted.count > 5)
        #expect(try counted == store.read(Self.agreement))
    }

    private static func agreement(_ db: Database) throws -> [String] {
        try ["agreement", "agreement_labels"].flatMap { table in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                row.databaseValues.map { "\($0.storage.value ?? "")" }.joined(separator: " ")
            }
        }
    }

    @Test func figuresOfARealStoreAreThoseOfItsAnswers() throws {
        try work()
        let figures = try store.leadFigures(at: TemporaryWorkspace.time)
        #expect(figures.loops[.completed] == 4)
        #expect(figures.queue.depth == 0 && figures.queue.oldestMilliseconds == nil)
        #expect(figures.workers.map(\.name) == ["ana", "ben"])
        #expect(figures.workers.map(\.total.answers) == [4, 4])
        #expect(figures.workers.map(\.total.activeMilliseconds) == [6_000, 6_000])
        let pair = try #require(figures.agreement.first)
        #expect(pair.first == "ana" && pair.second == "ben" && pair.loops == 4)
        #expect(figures.models.first?.predictions == 5)
    }

    @Test func aLoopOlderThanTheLimitIsLateToTheMillisecond() throws {
        _ = try store.add(
            [TemporaryWorkspace.image("i", scores: [0.4])], at: TemporaryWorkspace.time)
        let limit = 5 * Timestamp.millisecondsOfHour + 17
        func late(after milliseconds: Int64) throws -> Int {
            let time = Timestamp(
                milliseconds: TemporaryWorkspace.time.milliseconds + milliseconds)
            return try store.leadFigures(at: time, ageLimit: limit).queue.overAge
        }
        #expect(try late(after: limit - 1) == 0)
        #expect(try late(after: limit) == 0)
        #expect(try late(after: limit + 1) == 1)
    }

    /// However the hours of the clock fall: the loop is from 21:25:42.373.
    @Test(arguments: [(0, 0), (59, 0), (60, 1), (239, 1), (240, 2), (1_440, 3), (10_080, 5)])
    func aLoopIsInTheBandOfItsAge(minutes: Int64, band: Int) throws {
        _ = try store.add(
            [TemporaryWorkspace.image("i", scores: [0.4])], at: TemporaryWorkspace.time)
        let time = Timestamp(
            milliseconds: TemporaryWorkspace.time.milliseconds + minutes * 60_000)
        let ages = try store.leadFigures(at: time).queue.ages
        #expect(ages.map(\.count) == (0..<6).map { $0 == band ? 1 : 0 })
    }

    @Test func theAgeLimitIsKeptForEverybody() throws {
        try store.setAgeLimit(7_200_000, by: Worker(name: "lea"))
        let other = try temporary.store()
        let figures = try other.leadFigures(at: TemporaryWorkspace.time)
        #expect(figures.queue.ageLimitMilliseconds == 7_200_000)
    }

    @Test func aLeaseIsLiveUntilItsTimeIsOver() throws {
        _ = try store.add(
            [TemporaryWorkspace.image("i", scores: [0.4])], at: TemporaryWorkspace.time)
        _ = try store.next(ana)
        let live = try store.leadFigures(at: TemporaryWorkspace.time).leases
        #expect(live.map(\.worker) == ["ana"] && live.allSatisfy(\.isLive))
        let short = try temporary.store(leaseSeconds: 0)
        _ = try short.next(Worker(name: "ben"))
        let leases = try store.leadFigures(at: TemporaryWorkspace.time).leases
        #expect(leases.map(\.isLive) == [true, false])
    }

    @Test(arguments: [LeadRecordReader.oldest, LeadRecordReader.between])
    func theQueuesAgeIsReadFromItsIndex(sql: String) throws {
        let plan = try store.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN " + sql,
                arguments: StatementArguments(Array(repeating: 0, count: sql.count { $0 == "?" }))
            ).map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.contains("loops_waiting") && !$0.contains("TEMP B-TREE") })
    }
}
