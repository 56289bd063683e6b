import Annotations
import Foundation
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// A store of loops in all states, listed by every filter and compared with a look at each loop.
@Suite struct LoopListTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let now = Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + 86_400_000)
    static let workers = ["ana", "bob"].map(Worker.init(name:))

    init() throws {
        temporary = try TemporaryWorkspace(
            conditions: ActivationConditions(scoreThreshold: 1.1, displayThreshold: 0.2))
        store = try temporary.store()
        try fill()
    }

    /// 120 loops, started an hour apart two at a time.
    private func fill() throws {
        var random = SeededGenerator(seed: 3)
        for hour in 0..<60 {
            let images = (0..<2).map { Self.image(hour * 2 + $0, &random) }
            _ = try store.add(images, at: Self.time(hour: hour))
        }
        for turn in 0..<40 {
            let worker = Self.workers[turn % 2]
            let task = try #require(try store.next(worker))
            guard turn % 8 != 7 else { continue }
            var answer = task.answer(by: worker, at: now)
            if turn % 3 == 0 {
                answer.boxes = answer.boxes.map { .init(label: "cat", box: $0.box) }
            }
            _ = try store.submit(answer, under: try #require(task.lease))
        }
        let names = try store.loops(status: .inProgress, limit: 9).map(\.name)
        _ = try store.perform(
            .stop, on: .named(names), by: Self.workers[0], at: now)
    }

    private static func time(hour: Int) -> Timestamp {
        Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + Int64(hour) * 3_600_000)
    }

    private static func image(_ number: Int, _ random: inout SeededGenerator) -> IncomingImage {
        let labels = ["dog", "cat", "person", "dining table"]
        let detections = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            Detection(
                label: labels.randomElement(using: &random) ?? "",
                score: Double.random(in: 0...1, using: &random),
                box: NormalizedBox(minimumX: 0.1, minimumY: 0.2, maximumX: 0.5, maximumY: 0.9))
        }
        let street = number % 5 == 0 ? "Street \(number)" : "yard_\(number)"
        return IncomingImage(
            path: "/photos/\(number % 3)/\(street).jpg", sha256: "sha-\(number)",
            size: PixelSize(width: 100, height: 50),
            prediction: Prediction(
                modelVersion: number < 80 ? "v1" : "v2", detections: detections))
    }

    static let filters = [
        "", "state:completed", "state:stopped,failed", "-state:completed", "label:dog",
        "label:dog,cat -label:person", "label:\"dining table\" score<0.6", "score<0.4",
        "-score<0.4", "score>=0.4 state:inprogress", "score:none", "worker:ana",
        "worker:ana,bob label:cat", "-worker:ana state:completed", "held:yes", "held:no age>1d",
        "holder:bob", "model:v2", "model:v1 label:cat", "reason:lowScore", "reason:noDetection",
        "reason:audit", "bulk:yes", "bulk:no label:dog", "age<12h", "age>=1d", "created:2021-05-07",
        "created>2021-05-06 created<2021-05-08T03:00", "completed:2021-05-07", "flow:objects",
        "flow:other", "image:Street*", "image:*_1?.jpg", "image:/photos/1/*", "street",
        "image:*/stree?_1?.jpg", "image:/photo*_1?.jpg", "image:/photos?1?street_1*",
        "image:??????????", "image:*/?????????? label:dog", "image:*?5*", "image:[]s]treet*",
        "image:street[",
        "STREET 10", "_1", "yard -_1", "label:zebra", "e", "G", "pg", "jp", "0.", "zq", "q",
        "street -5", "e -label:dog", "image:????????*", "image:*[3-5].jpg", "image:zz",
        "assigned:ana", "imported:yes", "disputed:yes", "flow:objects label:dog",
    ]

    @Test func everyWayOfSearchingFindsTheSame() throws {
        for text in Self.filters {
            let filter = try LoopFilter(text)
            let matching = try matching(filter)
            for order in LoopOrder.allCases {
                var filter = filter
                filter.order = order
                try compare(filter, with: sorted(matching, by: order), text: text)
            }
        }
    }

    private func compare(_ filter: LoopFilter, with expected: [String], text: String) throws {
        for limits in [
            LoopSearch.Limits(), LoopSearch.Limits(gathered: 0, stride: 7),
            LoopSearch.Limits(gathered: 30, stride: 1), LoopSearch.Limits(picked: 1),
        ] {
            #expect(try pages(of: filter, limits, limit: 1_000) == expected, "\(text)")
            #expect(try pages(of: filter, limits, limit: 7) == expected, "\(text)")
            #expect(
                try search(filter, limits) { try $0.count(limit: 10_000) }
                    == LoopCount(expected.count, isExact: true))
            #expect(
                try search(filter, limits) { try $0.count(limit: 5) }
                    == LoopCount(min(5, expected.count), isExact: expected.count <= 5))
        }
        let whole = try store.loopPage(filter, after: nil, limit: 1_000, at: now, budget: 10_000)
        #expect(whole.rows.map(\.loop.name) == expected)
        #expect(whole.next == nil)
        #expect(
            try store.loopCount(filter, limit: 10_000, at: now, budget: 10_000).number
                == expected.count)
    }

    @Test func aSearchThatRunsOutOfTimeSaysHowFarItCame() throws {
        let filter = try LoopFilter("label:dog")
        let limits = LoopSearch.Limits(gathered: 0, stride: 10)
        var found: [LoopPosition] = []
        var position: LoopPosition?
        var rounds = 0
        repeat {
            let page = try search(filter, limits) {
                try $0.page(after: position, limit: 500, isOver: { true })
            }
            found += page.found
            position = page.next
            rounds += 1
        } while position != nil
        #expect(rounds > 10)
        #expect(try names(found) == expectation(of: filter))
    }

    @Test func theTermThatLeavesNothingIsNamed() throws {
        func term(_ text: String) throws -> Int? {
            try store.emptyingTerm(of: LoopFilter(text), at: now)?.position
        }
        #expect(try term("state:completed label:zebra score<0.4") == 1)
        #expect(try term("worker:ana state:stopped label:dog") == 1)
        #expect(try term("state:completed label:dog") == nil)
    }

    @Test(arguments: [
        "label:DOG", "-label:Dog", #"label:"Dining table",CAT"#, "label:zebra,Cat",
    ])
    func aClassIsFoundInAnyCase(text: String) throws {
        func found(_ text: String) throws -> (names: [String], count: Int) {
            let filter = try LoopFilter(text)
            let page = try store.loopPage(filter, after: nil, limit: 500, at: now, budget: 10_000)
            let count = try store.loopCount(filter, limit: 500, at: now, budget: 10_000)
            return (page.rows.map(\.loop.name), count.number)
        }
        let any = try found(text)
        let exact = try found(text.lowercased())
        #expect(!any.names.isEmpty && any == exact && any.count == any.names.count)
    }

    @Test func namesThatNothingHasAreSaid() throws {
        func unknown(_ text: String) throws -> [String] {
            try store.unknownNames(in: LoopFilter(text)).map(\.description)
        }
        #expect(try unknown("label:Dog worker:ana model:v1 flow:objects state:failed x").isEmpty)
        #expect(try unknown("label:cat,dgo") == ["no class 'dgo' here; did you mean 'dog'?"])
        #expect(try unknown("-worker:Ann") == ["no worker 'Ann' here; did you mean 'ana'?"])
        #expect(try unknown("holder:zedekiah") == ["no worker 'zedekiah' here; there are ana, bob"])
        #expect(try unknown("model:rubbish") == ["no model 'rubbish' here; there are v1, v2"])
        #expect(try unknown("flow:x") == ["no flow 'x' here; there are objects"])
        let empty = try store.emptyingTerm(of: LoopFilter("state:completed label:dgo"), at: now)
        #expect(empty?.unknown == UnknownName("class", "dgo", among: ["dog"]))
        let known = try store.emptyingTerm(of: LoopFilter("worker:ana state:stopped"), at: now)
        #expect(known == EmptyingTerm(position: 1))
    }

    @Test func aRowSaysWhatItsLoopIs() throws {
        let page = try store.loopPage(
            LoopFilter("state:completed label:cat"), after: nil, limit: 1, at: now, budget: 1_000)
        let row = try #require(page.rows.first)
        let details = try store.details(ofLoop: row.loop.name)
        #expect(row.workers == details.answers.map(\.worker))
        let boxes = try #require(details.answers.last).boxes
        #expect(row.labels.map(\.count).reduce(0, +) == boxes.count)
        #expect(Set(row.labels.map(\.label)) == Set(boxes.map(\.label)))
        #expect(row.model == "v1" || row.model == "v2")
    }

    @Test func labelsFollowAnAnswerAndADeletedLoop() throws {
        let kept = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT label, count FROM loop_label_counts")
                .reduce(into: [:]) { $0[$1["label"] as String] = $1["count"] as Int }
        }
        let counted = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT label, COUNT(*) AS n FROM loop_labels GROUP BY label")
                .reduce(into: [:]) { $0[$1["label"] as String] = $1["n"] as Int }
        }
        #expect(kept.filter { $0.value > 0 } == counted)
    }

    // MARK: - The other way of finding out

    private typealias Matching = [(loop: HumanLoop, number: Int)]

    private func expectation(of filter: LoopFilter) throws -> [String] {
        sorted(try matching(filter), by: filter.order)
    }

    /// Each loop looked at by itself, without an index.
    private func matching(_ filter: LoopFilter) throws -> Matching {
        try store.loops(limit: 10_000).enumerated().compactMap { number, loop in
            let details = try store.details(ofLoop: loop.name)
            let oracle = ConditionOracle(now: now)
            let isMatch = filter.terms.allSatisfy {
                oracle.holds($0.condition, of: details) != $0.isNegated
            }
            return isMatch ? (loop, number) : nil
        }
    }

    private func sorted(_ loops: Matching, by order: LoopOrder) -> [String] {
        loops.sorted { first, second in
            let a = (first.loop.score ?? -1, first.number)
            let b = (second.loop.score ?? -1, second.number)
            return switch order {
            case .newestFirst: a.1 > b.1
            case .oldestFirst: a.1 < b.1
            case .lowestScoreFirst: a < b
            case .highestScoreFirst: a > b
            }
        }.map(\.loop.name)
    }

    private func search<Result>(
        _ filter: LoopFilter, _ limits: LoopSearch.Limits, _ body: (LoopSearch) throws -> Result
    ) throws -> Result {
        try store.read { db in
            let census = try LeaseCensus(at: store.clock.now, in: db)
            return try body(
                LoopSearch(LoopQuery(filter, at: now, census), limits: limits, in: db))
        }
    }

    private func pages(
        of filter: LoopFilter, _ limits: LoopSearch.Limits, limit: Int
    ) throws -> [String] {
        var found: [LoopPosition] = []
        var position: LoopPosition?
        repeat {
            let page = try search(filter, limits) { try $0.page(after: position, limit: limit) }
            found += page.found
            position = page.next
        } while position != nil
        return try names(found)
    }

    private func names(_ found: [LoopPosition]) throws -> [String] {
        try store.read { db in try found.map { try LoopRecord.find($0.id, in: db).name } }
    }
}
