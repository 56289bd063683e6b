import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

/// A class is found however it was typed and however it is stored.
@Suite struct LabelSpellingTests {
    private let temporary: TemporaryWorkspace
    private let store: SQLiteReviewStore

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func add(_ name: String, label: String) throws {
        var image = TemporaryWorkspace.image(name, scores: [0.4])
        image.prediction?.detections[0].label = label
        _ = try store.add([image], at: TemporaryWorkspace.time)
    }

    private func found(_ text: String) throws -> Int {
        let filter = try LoopFilter(text)
        let page = try store.loopPage(
            filter, after: nil, limit: 9, at: TemporaryWorkspace.time, budget: 10_000)
        let count = try store.loopCount(
            filter, limit: 9, at: TemporaryWorkspace.time, budget: 10_000)
        #expect(count == LoopCount(page.rows.count, isExact: true))
        return page.rows.count
    }

    @Test func everySpellingIsFoundByAny() throws {
        try add("a", label: "dog")
        try add("b", label: "Dog")
        for text in ["label:dog", "label:Dog", "label:DOG"] { #expect(try found(text) == 2) }
        #expect(try found("-label:dog") == 0)
    }

    @Test func aClassThatNoLoopHasAnyMoreIsUnknown() throws {
        try add("a", label: "wug")
        let filter = try LoopFilter("label:Wug")
        #expect(try store.unknownNames(in: filter) == [])
        try store.write { try $0.execute(sql: "DELETE FROM loop_labels") }
        #expect(try store.unknownNames(in: filter).map(\.name) == ["Wug"])
    }

    @Test func lettersOfOtherBytesAreTheSame() throws {
        try add("a", label: "caf\u{e9}")
        #expect(try found("label:cafe\u{301}") == 1)
    }
}
