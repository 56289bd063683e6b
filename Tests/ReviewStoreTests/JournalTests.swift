import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct JournalTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: [0.3, 0.45])], at: TemporaryWorkspace.time)
    }

    private func draw(_ id: Int) -> Edit {
        let box = BoundingBox(left: id, top: 0, width: 5, height: 5)
        return Edit(
            kind: .draw,
            changes: [
                BoxChange(before: nil, after: ReviewBox(id: id, label: "cat", box: box))
            ], worker: ann, time: TemporaryWorkspace.time)
    }

    @Test func reopeningRestoresEveryEditAndTheUndoHistory() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        var draft = task.draft
        var edits = (2..<7).map(draw)
        edits.append(
            Edit(
                kind: .threshold, threshold: .init(before: 0.2, after: 0.1 + 0.2), worker: ann,
                time: TemporaryWorkspace.time))
        for edit in edits {
            try store.append([edit], at: draft.journal.count, under: lease)
            draft.apply(edit)
        }
        for _ in 0..<3 {
            let undo = try #require(draft.undo(by: ann, at: TemporaryWorkspace.time))
            try store.append([undo], at: draft.journal.count, under: lease)
            draft.apply(undo)
        }
        try store.end(lease, .release)
        var reopened = try #require(try temporary.store().next(ann)).draft
        #expect(reopened.boxes == draft.boxes)
        #expect(reopened.threshold == draft.threshold)
        #expect(reopened.journal == draft.journal)
        while let undo = draft.undo(by: ann, at: TemporaryWorkspace.time) {
            draft.apply(undo)
            reopened.apply(try #require(reopened.undo(by: ann, at: TemporaryWorkspace.time)))
            #expect(reopened.boxes == draft.boxes)
        }
        #expect(!reopened.canUndo)
    }

    @Test func repeatingAnAppendIsNoError() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.append([draw(2)], at: 0, under: lease)
        try store.append([draw(2)], at: 0, under: lease)
        try store.append([draw(2), draw(3)], at: 0, under: lease)
        let opened = try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        #expect(opened.journal == [draw(2), draw(3)])
    }

    @Test(arguments: [-1, 0, 2, Int.max])
    func appendingElsewhereIsStale(position: Int) throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.append([draw(2)], at: 0, under: lease)
        #expect(throws: ReviewError.stale(loop: task.loop.name)) {
            try store.append([draw(9)], at: position, under: lease)
        }
    }

    /// Numbers whose sums or differences would not fit, and what is no entry at all.
    @Test(arguments: [
        ("right", "9223372036854775807"), ("left", "-9223372036854775808"),
        ("id", "9223372036854775807"), ("id", "-1"), ("top", "1.5"), ("bottom", "null"),
        ("label", "7"),
    ]) func aDamagedEntryIsAnErrorThatNamesItsLoop(member: String, value: String) throws {
        let task = try #require(try store.next(ann))
        let members = [
            "id": "2", "label": "\"cat\"", "left": "1", "top": "2", "right": "3", "bottom": "4",
        ]
        .merging([member: value]) { $1 }.map { "\"\($0)\":\($1)" }
        let content = "{\"changes\":[{\"after\":{\(members.joined(separator: ","))}}]}"
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO edits VALUES (?, 0, 'draw', 'ann', 0, ?)",
                arguments: [task.lease?.taskID, content])
        }
        let error = #expect(throws: ReviewError.self) {
            try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        }
        let text = error?.description ?? ""
        #expect(text.contains(task.loop.name) && text.contains("'\(member)'"))
    }

    @Test func aDamagedAnswerIsAnErrorThatNamesItsLoop() throws {
        let task = try #require(try store.next(ann))
        _ = try store.submit(
            task.answer(by: ann, at: TemporaryWorkspace.time), under: try #require(task.lease))
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO answer_boxes VALUES (1, 99, 'cat', ?, 0, ?, 1)",
                arguments: [Int64.min, Int64.max])
        }
        let error = #expect(throws: ReviewError.self) { try store.details(ofLoop: task.loop.name) }
        #expect(error?.description.contains("an answer to loop \(task.loop.name)") == true)
    }

    @Test func numbersAndLabelsComeBackExactly() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        let box = ReviewBox(
            id: 2, label: "caf\u{e9} \"\u{1b}[31m\n\\ \u{1F415}",
            box: BoundingBox(left: -3, top: 0, right: Int(Int32.max), bottom: 7),
            score: 0.1 + 0.2, isConfirmed: true)
        let edit = Edit(
            kind: .paste, changes: [BoxChange(before: box, after: box)], worker: ann,
            time: Timestamp(milliseconds: -1))
        try store.append([edit], at: 0, under: lease)
        let opened = try store.open(task.loop.name, for: ann, at: TemporaryWorkspace.time)
        #expect(opened.journal == [edit])
    }
}
