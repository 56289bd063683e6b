import Annotations
import Foundation
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct ImportTests {
    private let files: TemporaryWorkspace
    private let store: SQLiteReviewStore
    private let ann = Worker(name: "ann")
    private let dog = LabeledBox(
        label: "dog", box: BoundingBox(left: 1, top: 2, right: 100, bottom: 50))

    init() throws {
        files = try TemporaryWorkspace()
        store = try files.store()
    }

    private func origin(_ worker: String = "ann", minutes: Int64 = 0) -> ImportOrigin {
        ImportOrigin(
            format: "coco", path: "/data/instances.json", worker: Worker(name: worker),
            time: Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + minutes * 60_000))
    }

    private func add(_ name: String, _ boxes: [LabeledBox]) throws -> ImportOutcome {
        let answer = ImportedAnswer(image: TemporaryWorkspace.image(name), boxes: boxes)
        return try #require(try store.add([answer], from: origin()).first)
    }

    private func isCompleted(_ outcome: ImportOutcome) -> Bool {
        if case .completed = outcome { return true }
        return false
    }

    private func reason(_ outcome: ImportOutcome) -> String? {
        if case .problem(let reason, _) = outcome { return reason }
        return nil
    }

    @Test func anAnswerCompletesALoopOfItsOwn() throws {
        guard case .completed(let name) = try add("a", [dog]) else {
            Issue.record("not completed")
            return
        }
        let details = try store.details(ofLoop: name)
        #expect(details.loop.status == .completed)
        #expect(details.answers.map(\.worker) == [ann])
        #expect(details.answers.map(\.boxes) == [[dog]])
        #expect(files.outputFiles.count == 1 && files.eventLines.count == 1)
        #expect(try store.next(ann) == nil)
        #expect(try store.history(of: ann, limit: 9) == [name])
        let marks = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT activation_reason, bulk_accept_id, format, path, worker FROM loops
                    JOIN imports ON imports.id = import_id
                    """)
        }
        #expect(marks.count == 1)
        #expect(marks.first?["activation_reason"] as String? == nil)
        #expect(marks.first?["worker"] == "ann" && marks.first?["format"] == "coco")
    }

    /// A day's import is no day's work.
    @Test func figuresLeaveImportsOut() throws {
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
        _ = try add("a", [dog])
        _ = try add("b", [dog])
        for table in ["worker_days", "model_matches", "loop_hours", "waiting_hours"] {
            let count = try store.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT COALESCE(SUM(count), 0) FROM (\(Self.sum(table)))")
            }
            #expect(count == 0, "\(table)")
        }
        _ = try store.add([TemporaryWorkspace.image("c")], at: TemporaryWorkspace.time)
        let hours = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT SUM(count) FROM loop_hours WHERE kind = 'created'")
        }
        #expect(hours == 1)
    }

    private static func sum(_ table: String) -> String {
        let column = table == "worker_days" ? "answers AS count" : "count"
        return "SELECT \(column) FROM \(table)"
    }

    @Test func finalAnswersCanBeChosen() throws {
        _ = try add("a", [dog])
        _ = try store.add(
            [TemporaryWorkspace.image("b", scores: [0.3])], at: TemporaryWorkspace.time)
        let task = try #require(try store.next(ann))
        _ = try store.submit(
            task.answer(by: ann, at: TemporaryWorkspace.time), under: try #require(task.lease))
        for (text, expected) in [
            ("", ["a", "b"]), ("imported:yes", ["a"]), ("-imported:yes score<0.5", ["b"]),
            ("state:inprogress", []), ("worker:ann label:dog", ["a", "b"]),
        ] {
            var names: [String] = []
            try store.forEachFinalAnswer(try LoopFilter(text)) { names.append($0.image.path) }
            #expect(names == expected.map { "/photos/\($0).jpg" }, "\(text)")
        }
    }

    @Test func importingAgainChangesNothing() throws {
        let boxes = [
            dog, LabeledBox(label: "cat", box: BoundingBox(left: 0, top: 0, right: 1, bottom: 1)),
        ]
        _ = try add("a", boxes)
        #expect(try add("a", boxes.reversed()) == .unchanged)
        #expect(try store.loops(limit: 9).count == 1)
        #expect(files.eventLines.count == 1)
    }

    /// What the accept screen sent to review gives way as any loop does that nobody has opened.
    @Test func anAnswerTakesThePlaceOfWhatWasPickedOff() throws {
        let images = ["a", "b"].map { TemporaryWorkspace.image($0, scores: [0.9, 0.6]) }
        _ = try store.add(images, at: TemporaryWorkspace.time)
        let outcome = try store.decide(
            SheetDecision(
                accepted: .images([]), reviewed: [1],
                rejected: [ConfidentBoxID(image: 2, position: 1)]), by: ann,
            at: TemporaryWorkspace.time)
        #expect(outcome.reviewed.count == 2)
        try store.write { db in
            for loop in 1...2 as ClosedRange<Int64> {
                try store.setStanding("decline", of: Worker(name: "bob"), inLoop: loop, in: db)
            }
        }
        let outcomes = try store.add(
            images.map { ImportedAnswer(image: $0, boxes: [dog]) }, from: origin())
        #expect(outcomes.allSatisfy(isCompleted))
        #expect(try store.loops(limit: 9).map(\.status) == [.completed, .completed])
        #expect(try store.integrityProblems() == [])
        let undo = try store.undoDecision(try #require(outcome.number), by: ann, at: origin().time)
        #expect(undo.reviewed == 0 && undo.boxes == 0)
        #expect(try store.loops(limit: 9).count == 2)
        #expect(try store.integrityProblems() == [])
    }

    /// A failed loop that was put back into the queue is told of already.
    @Test func aReopenedLoopIsNotReplaced() throws {
        let image = TemporaryWorkspace.image("a", scores: [0.3])
        _ = try store.add([image], at: TemporaryWorkspace.time)
        try store.write { db in
            try db.execute(sql: "DELETE FROM tasks")
            try store.end(
                loop: 1, as: .failed, at: TemporaryWorkspace.time, eventsOffset: 0, in: db)
            try LoopReopening(db: db, store: store).reopen(1)
        }
        try store.finishPendingOutputs()
        let outcome = try store.add(
            [ImportedAnswer(image: image, boxes: [dog])], from: origin())
        #expect(outcome.compactMap(reason).count == 1)
        #expect(try store.integrityProblems() == [])
    }

    @Test func whatWaitsNoLongerWaits() throws {
        let images = [
            TemporaryWorkspace.image("confident", scores: [0.9]),
            TemporaryWorkspace.image("unsure", scores: [0.3]), TemporaryWorkspace.image("unseen"),
        ]
        _ = try store.add(images, at: TemporaryWorkspace.time)
        for name in ["confident", "unsure", "unseen"] {
            #expect(isCompleted(try add(name, [dog])), "\(name)")
        }
        let status = try store.status(at: TemporaryWorkspace.time)
        #expect(status.confident == 0 && status.waiting == 0 && status.images == 3)
        #expect(status.loops[.completed] == 3 && status.totalLoops == 3)
        // The model's word stays, to be compared with the people's.
        let scores = try store.loops(limit: 9).map(\.score)
        #expect(Set(scores) == [0.9, 0.3, nil])
    }

    @Test func whatPeopleHereSaidIsKept() throws {
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
        let task = try #require(try store.next(ann))
        #expect(reason(try add("a", [dog]))?.hasPrefix("somebody has begun to answer") == true)
        _ = try store.submit(
            task.answer(by: ann, at: TemporaryWorkspace.time), under: try #require(task.lease))
        #expect(reason(try add("a", [dog]))?.contains("has another answer already") == true)
        #expect(try store.details(ofLoop: task.loop.name).answers.count == 1)
        #expect(try store.loops(limit: 9).count == 1)
    }

    @Test func whatCannotBeAnAnswerIsRefused() throws {
        let outside = LabeledBox(
            label: "dog", box: BoundingBox(left: 1, top: 2, right: 101, bottom: 50))
        let stranger = LabeledBox(label: "zebra", box: dog.box)
        #expect(reason(try add("a", [outside]))?.contains("reaches out") == true)
        #expect(reason(try add("a", [dog, stranger]))?.contains("'zebra' is not") == true)
        _ = try add("a", [dog])
        var changed = TemporaryWorkspace.image("a")
        changed.sha256 = "another"
        let outcomes = try store.add(
            [ImportedAnswer(image: changed, boxes: [dog])], from: origin())
        #expect(reason(try #require(outcomes.first))?.contains("has changed") == true)
        #expect(try store.status(at: TemporaryWorkspace.time).problems == 1)
    }

    @Test func onlyWhoMayAcceptMayImport() throws {
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO workers VALUES ('ben', 'reviewer', 0), ('cleo', 'lead', 0)")
        }
        let answers = [ImportedAnswer(image: TemporaryWorkspace.image("a"), boxes: [])]
        let refusal = #expect(throws: ReviewError.self) {
            try store.add(answers, from: origin("ben"))
        }
        #expect(refusal?.description == "ben may not accept in bulk; ask cleo")
        #expect(try store.loops(limit: 9).isEmpty)
        #expect(isCompleted(try #require(try store.add(answers, from: origin("cleo")).first)))
    }

    @Test func answersLeaveInOrderAndImagesByTheirDirectory() throws {
        #expect(try store.directoryOfAnsweredImages() == nil)
        let paths = ["/p/é/b.jpg", "/p/éa/c.jpg", "/p/é/a b.jpg"]
        let answers = paths.map { path in
            var image = TemporaryWorkspace.image("x")
            (image.path, image.sha256) = (path, path)
            return ImportedAnswer(image: image, boxes: [dog])
        }
        _ = try store.add(Array(answers.prefix(1)), from: origin())
        #expect(try store.directoryOfAnsweredImages() == "/p/é")
        _ = try store.add(answers, from: origin(minutes: 1))
        #expect(try store.directoryOfAnsweredImages() == "/p")
        var seen: [String] = []
        try store.forEachFinalAnswer { final in
            seen.append(final.image.path)
            #expect(final.answer.boxes == [dog])
        }
        #expect(seen == paths)
    }
}
