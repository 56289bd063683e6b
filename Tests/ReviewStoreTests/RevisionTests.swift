import Annotations
import Foundation
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct RevisionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let time = TemporaryWorkspace.time
    let lea = Worker(name: "lea")
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")
    let name: String

    /// A loop that ann has answered.
    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("a", scores: [0.45])], at: time)
        for worker in [ann, bob] {
            _ = try store.add(worker, as: .reviewer, by: lea, at: time)
        }
        let task = try #require(try store.next(ann))
        name = task.loop.name
        _ = try store.submit(task.answer(by: ann, at: time), under: try #require(task.lease))
    }

    private var outputText: String {
        get throws {
            let path = try #require(temporary.outputFiles.first)
            return try String(
                contentsOfFile: temporary.workspace.outputPath + "/" + path, encoding: .utf8)
        }
    }

    private var labelsInList: [LoopListRow.LabelCount]? {
        get throws {
            try store.loopPage(LoopFilter(), after: nil, limit: 1, at: time, budget: 1_000)
                .rows.first?.labels
        }
    }

    private func correct(by worker: Worker) throws -> HumanLoop {
        let task = try #require(try store.next(worker))
        var answer = task.answer(by: worker, at: Timestamp(milliseconds: time.milliseconds + 9000))
        answer.boxes = [
            LabeledBox(label: "cat", box: BoundingBox(left: 3, top: 4, width: 5, height: 6))
        ]
        return try store.submit(answer, under: try #require(task.lease))
    }

    @Test func aLoopSentBackIsInProgressUntilItIsCorrected() throws {
        let before = try outputText
        #expect(try store.next(bob) == nil)
        #expect(
            try store.sendBack(name, note: "too loose", to: nil, by: lea, at: time) == 2)
        #expect(try store.details(ofLoop: name).loop.status == .inProgress)
        // What was there stays until there is something better.
        #expect(try outputText == before)
        var exported = 0
        try store.forEachFinalAnswer { _ in exported += 1 }
        #expect(exported == 0)
        let task = try #require(try store.next(bob))
        #expect(task.correction?.note == "too loose")
        #expect(task.correction?.lead == lea)
        #expect(task.draft.boxes.map(\.box) == [.init(left: 10, top: 10, right: 50, bottom: 45)])
        #expect(task.draft.boxes.map(\.score) == [nil])
        try store.end(try #require(task.lease), .release)
        #expect(try correct(by: bob).status == .completed)
        #expect(try outputText.contains(#""label":"cat","left":3"#))
        #expect(temporary.eventLines.count == 2)
        let history = try store.loopHistory(name, for: bob)
        #expect(history.revisions.map(\.number) == [1, 2])
        #expect(history.revisions.map { $0.answers.map(\.worker) } == [[ann], [bob]])
        #expect(history.revisions.map(\.request?.note) == [nil, "too loose"])
        #expect(history.versions.map(\.title) == ["model", "ann", "bob"])
        try store.forEachFinalAnswer { final in
            exported += 1
            #expect(final.answer.worker == bob)
        }
        #expect(exported == 1)
    }

    @Test func aCorrectionIsGivenToWhoIsAsked() throws {
        _ = try store.add([TemporaryWorkspace.image("b", scores: [0.1])], at: time)
        _ = try store.sendBack(name, note: "the tail", to: ann, by: lea, at: time)
        #expect(try store.next(bob)?.loop.image.path == "/photos/b.jpg")
        #expect(try store.next(bob) == nil)
        #expect(try store.summary(for: bob).waiting == 1)
        #expect(try store.open(name, for: bob, at: time).lease == nil)
        // She is asked before all that is only uncertain.
        #expect(try store.next(ann)?.loop.name == name)
        #expect(throws: ReviewError.self) {
            try store.sendBack(name, note: "again", to: ann, by: lea, at: time)
        }
    }

    @Test func sendingBackIsTheLeadsAndNeedsANoteAndSomebodyWhoIsThere() throws {
        #expect(throws: ReviewError.notPermitted(worker: ann, .sendBack, allowed: [lea])) {
            try store.sendBack(name, note: "no", to: nil, by: ann, at: time)
        }
        for (note, asked) in [(" \n", ann), ("fine", Worker(name: "eve"))] {
            #expect(throws: ReviewError.self) {
                try store.sendBack(name, note: note, to: asked, by: lea, at: time)
            }
        }
        #expect(try store.details(ofLoop: name).loop.status == .completed)
    }

    @Test func whatALeadSettlesHolds() throws {
        let boxes = [
            LabeledBox(label: "cow", box: BoundingBox(left: 1, top: 2, width: 3, height: 4))
        ]
        #expect(throws: ReviewError.notPermitted(worker: ann, .adjudicate, allowed: [lea])) {
            try store.settle(name, as: boxes, revision: 1, by: ann, at: time)
        }
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        try store.settle(name, as: boxes, revision: 1, by: lea, at: time)
        let history = try store.loopHistory(name, for: ann)
        #expect(history.latest?.settlements.map(\.lead) == [lea, lea])
        #expect(history.latest?.settledBoxes == boxes)
        #expect(!(try outputText.contains("cow")))
        #expect(try labelsInList == [.init(label: "cow", count: 1)])
        _ = try store.sendBack(name, note: "look again", to: nil, by: lea, at: time)
        #expect(throws: ReviewError.self) {
            try store.settle(name, as: [], revision: 1, by: lea, at: time)
        }
        // The correction begins from what was settled.
        #expect(try store.next(bob)?.initialBoxes.map(\.label) == ["cow"])
        for sql in [
            "UPDATE settlements SET lead = 'eve'", "DELETE FROM settlement_boxes",
            "DELETE FROM revisions",
        ] {
            #expect(throws: ReviewError.self) { try store.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func aSettlementIsTakenBackWhileNothingDependsOnIt() throws {
        let later = Timestamp(milliseconds: time.milliseconds + 1000)
        let box = LabeledBox(label: "cow", box: BoundingBox(left: 1, top: 2, width: 3, height: 4))
        let answered = try store.loopHistory(name, for: lea).latest?.settledBoxes
        let listed = try #require(try labelsInList)
        #expect(!listed.isEmpty)
        #expect(throws: ReviewError.notPermitted(worker: ann, .adjudicate, allowed: [lea])) {
            try store.undoSettlement(by: ann, at: later)
        }
        #expect(try store.undoSettlement(by: lea, at: later) == nil)
        // What was exported before was another answer.
        try store.noteExport(of: try exported, at: later)
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        #expect(try labelsInList == [])
        try store.settle(name, as: [box], revision: 1, by: lea, at: time)
        let events = temporary.eventLines.count
        #expect(
            try store.undoSettlement(by: lea, at: later)
                == UndoneSettlement(loop: name, isDisputed: false))
        #expect(try store.loopHistory(name, for: lea).latest?.settledBoxes == [])
        #expect(
            try store.undoSettlement(by: lea, at: later)
                == UndoneSettlement(loop: name, isDisputed: false))
        #expect(try store.loopHistory(name, for: lea).latest?.settledBoxes == answered)
        #expect(try labelsInList == listed)
        #expect(try store.undoSettlement(by: lea, at: later) == nil)
        #expect(temporary.eventLines.count == events + 2)
        #expect(temporary.eventLines.last?.contains("Loopbox Settlement Withdrawal") == true)
        try store.settle(name, as: [box], revision: 1, by: lea, at: time)
        // Whatever the clock says by now.
        try store.noteExport(
            of: try exported, at: Timestamp(milliseconds: time.milliseconds - 1000))
        #expect(throws: ReviewError.self) { try store.undoSettlement(by: lea, at: later) }
        #expect(try store.loopHistory(name, for: lea).latest?.settledBoxes == [box])
        let number = try store.read {
            try Int64.fetchOne($0, sql: "SELECT MAX(id) FROM settlements")
        }
        #expect(throws: ReviewError.self) {
            try store.write {
                try $0.execute(
                    sql: "INSERT INTO settlement_withdrawals VALUES (9, ?, 'x', 'lea', 1, NULL)",
                    arguments: [number])
            }
        }
    }

    /// Nobody is told of years of withdrawals at once because the program is a newer one.
    @Test func whoWatchedWithAnEarlierProgramGoesOnFromNow() throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let earlier = try DatabaseQueue(configuration: configuration)
        try Schema.migrator.migrate(earlier, upTo: "14 names by their length")
        try earlier.write { db in
            try db.execute(sql: "INSERT INTO watchers VALUES ('mail', 4, 5)")
            try db.execute(
                sql: "INSERT INTO withdrawals VALUES (7, 'id', 'l', 'f', 1, 1, 1, 'w', 1, NULL)")
        }
        try Schema.migrator.migrate(earlier)
        let row = try earlier.read { try Row.fetchOne($0, sql: "SELECT * FROM watchers") }
        #expect(row?["event"] == 4 && row?["withdrawal"] == 7)
        #expect(row?["settlement_withdrawal"] == 0 && row?["late"] == 5)
    }

    /// What an export carries now.
    private var exported: [ExportedAnswer] {
        get throws {
            var answers: [ExportedAnswer] = []
            try store.forEachFinalAnswer { answers.append(ExportedAnswer($0)) }
            return answers
        }
    }

    @Test func anExportOfWhatWasTakenBackMeanwhileFails() throws {
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        let read = try exported
        #expect(read.map(\.loop) == [name] && read.first?.settlement != nil)
        _ = try store.undoSettlement(by: lea, at: time)
        let refusal = #expect(throws: ReviewError.self) { try store.noteExport(of: read, at: time) }
        #expect(refusal?.description.contains("was taken back while it was exported") == true)
        #expect(throws: ReviewError.self) {
            try store.write { db in
                try db.execute(
                    sql: "INSERT INTO exported_settlements VALUES (?)",
                    arguments: [read.first?.settlement])
            }
        }
        // Nothing of the refused export is noted.
        #expect(
            try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(export_time) FROM loops") }
                == 0)
        #expect(try exported.map(\.settlement) == [nil])
        try store.noteExport(of: try exported, at: time)
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        for _ in 0..<2 { try store.noteExport(of: try exported, at: time) }
        #expect(throws: ReviewError.self) { try store.undoSettlement(by: lea, at: time) }
    }

    /// Which settlement an export carried was not noted before: none of an exported loop is taken back.
    @Test(arguments: [nil, 1 as Int64?])
    func earlierExportsStand(exportTime: Int64?) throws {
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        try store.write {
            try $0.execute(sql: "UPDATE loops SET export_time = ?", arguments: [exportTime])
        }
        let earlier = try EarlierStore.make(
            upTo: "9 figures", in: temporary.workspace,
            tables: ["flows", "images", "predictions", "loops", "settlements"], from: store)
        try Schema.migrator.migrate(earlier)
        let count = try earlier.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM exported_settlements")
        }
        #expect(count == (exportTime == nil ? 0 : 1))
    }

    @Test func aSettlementOfWhatWasSentBackStands() throws {
        try store.settle(name, as: [], revision: 1, by: lea, at: time)
        _ = try store.sendBack(name, note: "again", to: nil, by: lea, at: time)
        for _ in 0..<2 {
            let refusal = #expect(throws: ReviewError.self) {
                try store.undoSettlement(by: lea, at: time)
            }
            #expect(refusal?.description.contains("sent back since") == true)
            if try store.details(ofLoop: name).loop.status == .inProgress {
                _ = try correct(by: bob)
            }
        }
    }

    @Test func aThirdRevisionReplacesTheSecond() throws {
        for round in 2...3 {
            #expect(
                try store.sendBack(name, note: "round \(round)", to: ann, by: lea, at: time)
                    == round)
            #expect(try correct(by: ann).status == .completed)
        }
        let row = try store.loopPage(LoopFilter(), after: nil, limit: 1, at: time, budget: 1_000)
        #expect(row.rows.map(\.workers) == [[ann]])
        #expect(temporary.eventLines.count == 3)
        #expect(temporary.outputFiles.count == 1)
        #expect(try store.loopHistory(name, for: lea).revisions.count == 3)
        #expect(try store.details(ofLoop: name).answers.count == 1)
    }
}
