import Annotations
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// The boxes that nobody has decided about, and the counts of them.
@Suite struct ConfidentBoxTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func onlyShownBoxesWait() throws {
        try store.addStreets("a")
        #expect(try store.boxes("dog").map(\.position) == [0])
        #expect(try store.boxes("car").map(\.position) == [3, 2])
        let facets = try store.confidentFacets()
        #expect(facets.boxes.map(\.name) == ["car", "dog"])
        #expect(facets.boxes.map(\.count) == [2, 1])
        #expect(facets.lowestScore == 0.9)
    }

    @Test func countsAgreeAtEveryThresholdAndPagesAreTheWhole() throws {
        var generator = SeededGenerator(seed: 5)
        _ = try store.add(
            (0..<150).map { ConfidentTests.image($0, using: &generator) }, at: time)
        for label in ["dog", "cat", "car"] {
            let all = try store.confidentBoxes(
                ConfidentBoxQuery(filter: ConfidentBoxFilter(label: label)), after: nil,
                limit: 1_000)
            let expected = try store.confidentImages.flatMap(\.detections).filter {
                $0.label == label
            }
            #expect(all.map(\.detection.score) == expected.map(\.score).sorted())
            for thousandth in 0...1_001 {
                let score = Double(thousandth) / 1_000
                for minimum in [score, score.nextUp, score + 0.0004] {
                    let filter = ConfidentBoxFilter(label: label, minimumScore: minimum)
                    #expect(
                        try store.confidentBoxCount(filter)
                            == all.count(where: { $0.detection.score >= minimum }))
                }
            }
            for isWeakestFirst in [true, false] {
                let query = ConfidentBoxQuery(
                    filter: ConfidentBoxFilter(label: label, minimumScore: 0.4),
                    isWeakestFirst: isWeakestFirst)
                let paged = try pages(of: query).map(\.id)
                let wanted = all.filter { $0.detection.score >= 0.4 }.map(\.id)
                #expect(paged == (isWeakestFirst ? wanted : wanted.reversed()))
            }
        }
    }

    @Test func wrongBoxesAreFound() throws {
        try store.addStreets("a", "b")
        _ = try store.decide(try store.boxes("dog").map(\.id))
        #expect(try store.integrityProblems() == [])
        for (damage, repair) in [
            (
                "DELETE FROM confident_boxes WHERE image_id = 1 AND position = 2",
                "INSERT INTO confident_boxes VALUES (1, 2, 'car', 0.6)"
            ),
            (
                "INSERT INTO confident_boxes VALUES (2, 0, 'dog', 0.9)",
                "DELETE FROM confident_boxes WHERE label = 'dog'"
            ),
            (
                "UPDATE confident_boxes SET score = 0.6004 WHERE image_id = 1 AND position = 2",
                "UPDATE confident_boxes SET score = 0.6 WHERE image_id = 1 AND position = 2"
            ),
            (
                "UPDATE confident_box_scores SET count = count + 1",
                "UPDATE confident_box_scores SET count = count - 1"
            ),
            (
                "INSERT INTO confident_box_scores VALUES ('cow', 1, 1)",
                "DELETE FROM confident_box_scores WHERE label = 'cow'"
            ),
        ] {
            try store.write { try $0.execute(sql: damage) }
            #expect(try store.integrityProblems() != [], "\(damage)")
            try store.write { try $0.execute(sql: repair) }
            #expect(try store.integrityProblems() == [], "\(repair)")
        }
    }

    /// A store of the version before has the boxes of its confident images ready.
    @Test func earlierStoresAreBroughtUpToDate() throws {
        try store.addStreets("a", "b")
        let expected = try store.read(rows)
        let accepted = try store.decide(
            SheetDecision(accepted: .images([1])), by: ann, at: time)
        _ = try store.undoDecision(try #require(accepted.number), by: ann, at: time)
        let earlier = try EarlierStore.make(
            upTo: "9 figures", in: temporary.workspace,
            tables: ["flows", "images", "predictions", "detections", "confident_images"],
            from: store)
        try Schema.migrator.migrate(earlier)
        #expect(try earlier.read(rows) == expected)
    }

    private func rows(_ db: Database) throws -> [[Row]] {
        try ["confident_boxes", "confident_box_scores"].map {
            try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2")
        }
    }

    private func pages(of query: ConfidentBoxQuery) throws -> [ConfidentBox] {
        var boxes: [ConfidentBox] = []
        while true {
            let page = try store.confidentBoxes(query, after: boxes.last?.place, limit: 9)
            boxes += page
            if page.count < 9 { return boxes }
        }
    }
}
