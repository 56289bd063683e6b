import Annotations
import Foundation
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct TemplateTests {
    let ann = Worker(name: "ann")

    private func template(name: String = "boxes", initialValue: String? = nil) -> String {
        let value = initialValue.map { "initial-value=\"\($0)\"" } ?? ""
        return """
            <crowd-form><crowd-bounding-box name="\(name)" src="{{ task.input.taskObject }}"
            header="Dogs" labels="['dog', 'cat']" \(value)>
            <full-instructions header="How">Tightly.</full-instructions>
            <short-instructions>Boxes.</short-instructions>
            </crowd-bounding-box></crowd-form>
            """
    }

    private func open(
        _ template: String, scores: [Double] = [0.1, 0.45, 0.45]
    ) throws -> (TemporaryWorkspace, SQLiteReviewStore, OpenTask) {
        let temporary = try TemporaryWorkspace(template: template)
        let store = try temporary.store()
        _ = try store.add(
            [TemporaryWorkspace.image("a", scores: scores)], at: TemporaryWorkspace.time)
        return (temporary, store, try #require(try store.next(ann)))
    }

    @Test func aTemplateWithoutInitialValueStartsFromTheProposals() throws {
        let (_, _, task) = try open(template())
        #expect(task.initialBoxes.map(\.id) == [1, 2])
        #expect(task.instructions.header == "Dogs")
        #expect(task.instructions.labels == LabelMap(["dog", "cat"]))
    }

    @Test func proposalsThroughTheTemplateKeepIdAndScore() throws {
        let (_, _, task) = try open(
            template(initialValue: "{{ task.input.boundingBoxes | to_json }}"))
        #expect(task.initialBoxes.map(\.id) == [1, 2])
        #expect(task.initialBoxes.map(\.score) == [0.45, 0.45])
    }

    @Test func otherBoxesOfTheTemplateCountOnAndAreClipped() throws {
        let (_, _, task) = try open(
            template(
                initialValue:
                    "[{label: 'cat', left: 90, top: -5, width: 50, height: 20},"
                    + "{label: 'dog', left: 10, top: 10, width: 40, height: 35}]"))
        #expect(
            task.initialBoxes == [
                ReviewBox(
                    id: 3, label: "cat", box: BoundingBox(left: 90, top: 0, width: 10, height: 15)),
                ReviewBox(
                    id: 1, label: "dog", box: BoundingBox(left: 10, top: 10, width: 40, height: 35),
                    score: 0.45),
            ])
        #expect(task.draft.nextID == 4)
    }

    @Test func theAnswerIsKeyedByTheElementsName() throws {
        let (temporary, store, task) = try open(template(name: "dogs"))
        _ = try store.submit(
            task.answer(by: ann, at: TemporaryWorkspace.time), under: try #require(task.lease))
        let file = try #require(temporary.outputFiles.first)
        let path = temporary.workspace.outputPath + "/" + file
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                .contains("\"answerContent\":{\"dogs\":{\"boundingBoxes\":["))
        let details = try store.details(ofLoop: task.loop.name)
        #expect(details.output?.answerName == "dogs")
    }

    @Test func aLoopThatDoesNotRenderFailsWithTheReasonAndAnEvent() throws {
        let temporary = try TemporaryWorkspace(
            template: template(initialValue: "{{ task.input.taskObject }}"))
        let store = try temporary.store()
        let image = TemporaryWorkspace.image("a")
        let outcomes = try store.add([image], at: TemporaryWorkspace.time)
        guard case .problem(let reason, isNew: true) = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(reason.hasPrefix("Task failed to render: [ InvalidParameters: "))
        let loop = try #require(try store.loops(status: .failed, limit: 9).first)
        #expect(loop.failureCode == "ValidationError")
        #expect(loop.failureReason == reason)
        #expect(try store.next(ann) == nil)
        #expect(temporary.eventLines.count == 1)
        #expect(temporary.eventLines.first?.contains("\"humanLoopStatus\":\"Failed\"") == true)
        #expect(temporary.outputFiles.isEmpty)
        #expect(try store.add([image], at: TemporaryWorkspace.time) == [.unchanged])
    }
}
