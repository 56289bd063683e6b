import Annotations
import Foundation
import HumanReview
import ReviewStore
import Testing

/// A reviewer who knows what is on every photo, and says it with the keys of the review screen.
final class ScriptedReviewer {
    private let store: SQLiteReviewStore
    private let worker = Worker(name: "ana")
    private let terminal: PseudoTerminal

    /// Opens the workstation on a workspace; the window is large enough for photos of 640 pixels at full
    /// size, where a far step is ten pixels of the photo.
    init(workspace: String) throws {
        let found = try #require(Workspace.find(from: workspace))
        store = try SQLiteReviewStore(workspace: found)
        terminal = try PseudoTerminal(
            Program.path, ["-C", workspace, "--worker", worker.name], columns: 200, rows: 64)
        #expect(terminal.shows("saved"))
    }

    /// Answers loops, with the objects that `truth` gives for a photo's path, until none is left or as
    /// many are done; each answer is checked to be exactly the truth.
    ///
    /// - Returns: the names of the answered loops.
    func answer(
        atMost limit: Int = .max, _ truth: (String) throws -> [LabeledBox]
    ) throws -> [String] {
        var answered: [String] = []
        while answered.count < limit, let loop = try opened() {
            let details = try store.details(ofLoop: loop)
            let objects = try truth(details.loop.image.path)
            press(String(repeating: "d", count: details.inputContent.initialBoxes.count))
            for object in objects { draw(object) }
            try submit(loop)
            let boxes = try store.details(ofLoop: loop).answers.first?.boxes
            #expect(boxes == objects)
            answered.append(loop)
        }
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
        return answered
    }

    /// The loop that the screen has taken, once it has.
    private func opened() throws -> String? {
        var loop: String?
        try terminal.wait(seconds: 3) {
            loop = try store.loops(status: .inProgress, limit: 1_000).lazy.map(\.name).first {
                try self.store.details(ofLoop: $0).holders.contains(self.worker)
            }
            return loop != nil
        }
        return loop
    }

    /// Submits as soon as the photo is there: nothing is answered unseen.
    private func submit(_ loop: String) throws {
        for _ in 0..<20 {
            let start = terminal.output.count
            terminal.send("a")
            var isDone = false
            try terminal.wait {
                isDone = try store.details(ofLoop: loop).loop.status == .completed
                return isDone || terminal.has("still loading", after: start)
            }
            if isDone { return }
        }
        Issue.record("\(loop) was not submitted")
    }

    private func draw(_ object: LabeledBox) {
        press("w" + String(repeating: "H", count: 70) + String(repeating: "K", count: 70))
        move(right: object.box.left, down: object.box.top)
        press("\r")
        move(right: object.box.width, down: object.box.height)
        press("\r")
        press("c\(object.label)\r")
    }

    private func move(right: Int, down: Int) {
        press(
            String(repeating: "L", count: right / 10) + String(repeating: "l", count: right % 10)
                + String(repeating: "J", count: down / 10)
                + String(repeating: "j", count: down % 10))
    }

    /// Types, reading what the screen answers so that neither waits for the other.
    private func press(_ keys: String) {
        terminal.send(keys)
        terminal.pass(seconds: 0.01)
    }
}
