import Annotations
import Foundation
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// What waits to be accepted: pages, counts and filters, against a plain sort and count of the same images.
@Suite struct ConfidentTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let everything: [ConfidentImage]

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        var generator = SeededGenerator(seed: 11)
        let images = (0..<400).map { ConfidentTests.image($0, using: &generator) }
        for (batch, start) in stride(from: 0, to: images.count, by: 100).enumerated() {
            let time = Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + Int64(batch))
            _ = try store.add(Array(images[start..<start + 100]), at: time)
        }
        everything = try store.confidentPage(ConfidentQuery(), after: nil, limit: 1_000)
    }

    /// An image with one to four detections of three classes, with scores that repeat.
    static func image(_ number: Int, using generator: inout SeededGenerator) -> IncomingImage {
        let detections = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            Detection(
                label: ["dog", "cat", "car"].randomElement(using: &generator) ?? "dog",
                score: Double(Int.random(in: 100...1_000, using: &generator)) / 1_000,
                box: NormalizedBox(minimumX: 0.1, minimumY: 0.2, maximumX: 0.5, maximumY: 0.9))
        }
        var image = TemporaryWorkspace.image("\(number)")
        image.prediction = Prediction(
            modelVersion: ["one", "two"][number % 2], detections: detections)
        return image
    }

    @Test func aConfidentImageCarriesWhatItIsSortedBy() throws {
        #expect(everything.count > 250)
        for image in everything {
            let mix = Dictionary(grouping: image.detections, by: \.label)
                .map { "\($0.key) \($0.value.count)" }.sorted().joined(separator: ",")
            #expect(image.classMix == mix)
            let strongest = Prediction(modelVersion: "", detections: image.detections).strongest
            #expect(image.score == strongest?.score)
            #expect(image.label == strongest?.label)
            #expect(image.detections.allSatisfy { $0.score >= 0.2 })
        }
    }

    @Test(arguments: ConfidentQuery.Order.allCases, [7, 400])
    func pagesAreTheWholeInOrder(order: ConfidentQuery.Order, limit: Int) throws {
        let query = ConfidentQuery(order: order)
        let paged = try pages(of: query, limit: limit)
        #expect(Set(paged) == Set(everything))
        #expect(
            paged.map(\.image.id) == everything.sorted { precedes($0, $1, order) }.map(\.image.id))
    }

    @Test(arguments: ConfidentQuery.Order.allCases)
    func pagesOfAFilterAreItsImages(order: ConfidentQuery.Order) throws {
        let filter = ConfidentFilter(minimumScore: 0.7, labels: ["dog", "car"], model: "one")
        let paged = try pages(of: ConfidentQuery(filter: filter, order: order), limit: 9)
        let wanted = everything.filter { taken($0, filter) }
        #expect(!wanted.isEmpty)
        #expect(paged.map(\.image.id) == wanted.sorted { precedes($0, $1, order) }.map(\.image.id))
    }

    @Test func countsAgreeAtEveryThreshold() throws {
        let filters = [
            ConfidentFilter(), ConfidentFilter(labels: ["dog"]), ConfidentFilter(model: "two"),
            ConfidentFilter(labels: ["dog", "cat"], model: "one"),
        ]
        // Each score itself, just above it, and thresholds that part a thousandth.
        let steps = (0...1_001).map { Double($0) / 1_000 }
        let thresholds = steps + steps.map(\.nextUp) + steps.map { $0 + 0.0004 } + [-1, 2]
        for threshold in thresholds {
            for var filter in filters {
                filter.minimumScore = threshold
                let counted = try store.confidentCount(filter)
                let wanted = everything.count(where: { taken($0, filter) })
                #expect(counted == wanted, "\(filter)")
            }
        }
    }

    @Test func facetsCountClassesAndModels() throws {
        let facets = try store.confidentFacets()
        #expect(facets.labels.map(\.count).reduce(0, +) == everything.count)
        for value in facets.labels {
            #expect(value.count == everything.count(where: { $0.label == value.name }))
        }
        #expect(Set(facets.models.map(\.name)) == ["one", "two"])
    }

    /// A store of an earlier version has what it held sorted and counted.
    @Test func earlierStoresAreBroughtUpToDate() throws {
        let migrator = Schema.migrator
        let earlier = try EarlierStore.make(
            upTo: "3 where loops come from, and who may do what", in: temporary.workspace,
            tables: ["flows", "images", "predictions", "detections", "confident_images"],
            from: store)
        try migrator.migrate(earlier, upTo: "4 confident images, ready to be sorted")
        for table in ["confident_images", "confident_scores"] {
            let sql = "SELECT * FROM \(table) ORDER BY 1, 2, 3"
            let migrated = try earlier.read { try Row.fetchAll($0, sql: sql) }
            #expect(migrated == (try store.read { try Row.fetchAll($0, sql: sql) }))
        }
        try migrator.migrate(earlier)
        for table in ["confident_boxes", "confident_box_scores"] {
            let sql = "SELECT * FROM \(table) ORDER BY 1, 2"
            let migrated = try earlier.read { try Row.fetchAll($0, sql: sql) }
            #expect(migrated == (try store.read { try Row.fetchAll($0, sql: sql) }))
        }
    }

    private func pages(of query: ConfidentQuery, limit: Int) throws -> [ConfidentImage] {
        var images: [ConfidentImage] = []
        while true {
            let page = try store.confidentPage(
                query, after: images.last?.place(in: query.order), limit: limit)
            images += page
            if page.count < limit { return images }
        }
    }

    private func taken(_ image: ConfidentImage, _ filter: ConfidentFilter) -> Bool {
        image.score >= filter.minimumScore
            && (filter.labels.isEmpty || filter.labels.contains(image.label))
            && (filter.model == nil || filter.model == image.model)
    }

    private func precedes(
        _ first: ConfidentImage, _ second: ConfidentImage, _ order: ConfidentQuery.Order
    ) -> Bool {
        let (left, right) = (key(first, order), key(second, order))
        if left != right { return left < right }
        return (first.score, first.image.id) > (second.score, second.image.id)
    }

    private func key(_ image: ConfidentImage, _ order: ConfidentQuery.Order) -> String {
        switch order {
        case .score: ""
        case .label: image.label
        case .model: image.model
        case .age: image.predictionTime.iso8601
        case .classMix: image.classMix
        }
    }
}
