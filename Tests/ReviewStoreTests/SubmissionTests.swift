import Foundation
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct SubmissionTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")
    let later = Timestamp(milliseconds: 1_620_336_405_425)

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        _ = try store.add(
            [TemporaryWorkspace.image("a b", scores: [0.1, 0.45])], at: TemporaryWorkspace.time)
    }

    @Test func aSubmissionCompletesTheLoopAndWritesItsFiles() throws {
        let task = try #require(try store.next(ann))
        let loop = try store.submit(
            task.answer(by: ann, at: later), under: try #require(task.lease))
        #expect(loop.status == .completed)
        let path = "\(temporary.workspace.path)/output/objects/2021/05/06/21/25/42/\(loop.name)"
        #expect(loop.outputURI == "file://\(path)/output.json")
        #expect(
            try String(contentsOfFile: path + "/output.json", encoding: .utf8) == """
                {"flowDefinitionArn":"arn:aws:sagemaker:local:000000000000:flow-definition/objects",\
                "humanAnswers":[{"acceptanceTime":"2021-05-06T21:25:42.373Z",\
                "answerContent":{"annotatedResult":{"boundingBoxes":[{"height":35,"label":"dog",\
                "left":10,"top":10,"width":40}],"inputImageProperties":{"height":50,"width":100}}},\
                "submissionTime":"2021-05-06T21:26:45.425Z","timeSpentInSeconds":1.5,\
                "workerId":"\(ann.identifier)"}],"humanLoopName":"\(loop.name)",\
                "inputContent":{"boundingBoxes":[{"height":35,"label":"dog","left":10,\
                "score":0.45,"top":10,"width":40}],"initialValue":"dog",\
                "taskObject":"file:///photos/a%20b.jpg"}}
                """)
        #expect(temporary.outputFiles.count == 1)
    }

    @Test func theEventNamesTheLoopAndItsOutput() throws {
        let task = try #require(try store.next(ann))
        let loop = try store.submit(
            task.answer(by: ann, at: later), under: try #require(task.lease))
        let line = try #require(temporary.eventLines.first)
        #expect(temporary.eventLines.count == 1)
        let id = try store.read { try String.fetchOne($0, sql: "SELECT id FROM events") }
        #expect(
            line == """
                {"version":"0","id":"\(try #require(id))",\
                "detail-type":"SageMaker A2I HumanLoop Status Change","source":"aws.sagemaker",\
                "account":"000000000000","time":"2021-05-06T21:26:45Z","region":"local",\
                "resources":["\(loop.resourceName)"],"detail":{\
                "creationTime":"2021-05-06T21:25:42.373Z","failureCode":null,\
                "failureReason":null,"flowDefinitionArn":\
                "arn:aws:sagemaker:local:000000000000:flow-definition/objects",\
                "humanLoopArn":"\(loop.resourceName)","humanLoopName":"\(loop.name)",\
                "humanLoopOutput":{"outputS3Uri":"\(loop.outputURI)"},\
                "humanLoopStatus":"Completed"}}
                """)
    }

    @Test func sendingTheSameAnswerAgainChangesNothing() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        let answer = task.answer(by: ann, at: later)
        let first = try store.submit(answer, under: lease)
        #expect(try store.submit(answer, under: lease) == first)
        #expect(temporary.eventLines.count == 1)
        var other = answer
        other.boxes = []
        #expect(throws: ReviewError.ended(loop: first.name, status: .completed)) {
            try store.submit(other, under: lease)
        }
    }

    @Test func answersAndJournalsAreImmutable() throws {
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.append([Edit(kind: .open, worker: ann, time: later)], at: 0, under: lease)
        _ = try store.submit(task.answer(by: ann, at: later), under: lease)
        for sql in [
            "UPDATE answers SET worker = 'bob'", "DELETE FROM answers",
            "UPDATE answer_boxes SET label = 'cat'", "DELETE FROM answer_boxes",
            "UPDATE edits SET worker = 'bob'", "DELETE FROM edits",
        ] {
            #expect(throws: ReviewError.self) { try store.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func aLoopOfTwoTasksWaitsForBothWorkers() throws {
        let temporary = try TemporaryWorkspace(taskCount: 2)
        let store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("a")], at: TemporaryWorkspace.time)
        let mine = try #require(try store.next(ann))
        #expect(try store.next(ann) == nil)
        let bob = Worker(name: "bob")
        let theirs = try #require(try store.next(bob))
        #expect(mine.loop.name == theirs.loop.name)
        let half = try store.submit(
            mine.answer(by: ann, at: later), under: try #require(mine.lease))
        #expect(half.status == .inProgress)
        #expect(temporary.outputFiles.isEmpty)
        #expect(try store.next(ann) == nil)
        try store.end(try #require(theirs.lease), .release)
        #expect(try store.open(mine.loop.name, for: ann, at: later).lease == nil)
        #expect(try store.summary(for: ann).waiting == 0)
        let again = try #require(try store.next(bob))
        let whole = try store.submit(
            again.answer(by: bob, at: later), under: try #require(again.lease))
        #expect(whole.status == .completed)
        #expect(temporary.outputFiles.count == 1)
        let answers = try store.read { db in
            try AnswerRecord.all(
                ofLoop: try LoopRecord.named(whole.name, in: db).id, revision: 1, in: db)
        }
        #expect(answers.map(\.worker) == [ann, bob])
    }
}
