import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import Testing

/// The whole program in a pseudo-terminal: keys in, files out.
@Suite(.serialized) struct WorkstationTests {
    @Test func oneKeySubmitsTheModelsBoxes() throws {
        let folder = try ReviewFolder(photos: 2)
        let terminal = try folder.open()
        terminal.send("a")
        #expect(terminal.shows("ubmitted photo-0.jpg with 1 box"))
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
        let output = try Self.outputs(in: folder.workspace)
        #expect(output.count == 1)
        let answer = output.first?["humanAnswers"]?.elements.first?["answerContent"]?[
            "annotatedResult"]
        #expect(
            answer?["boundingBoxes"]?.elements == [
                .object([
                    .init("height", .integer(100)), .init("label", .string("dog")),
                    .init("left", .integer(100)), .init("top", .integer(120)),
                    .init("width", .integer(100)),
                ])
            ])
        #expect(
            answer?["inputImageProperties"]
                == .object([.init("height", .integer(480)), .init("width", .integer(640))]))
    }

    @Test func theKeyboardAloneDrawsRelabelsDeletesAndUndoes() throws {
        let folder = try ReviewFolder(photos: 1)
        let terminal = try folder.open()
        for keys in ["w", "\r", "LJ", "\r", "chorse\r", "rl\u{1B}", "Lk", "d", "u", "u", "U"] {
            terminal.send(keys)
            terminal.pass(seconds: 0.15)
        }
        terminal.send("a")
        #expect(terminal.shows("Nothing to review"))
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
        let output = try #require(try Self.outputs(in: folder.workspace).first)
        let boxes = output["humanAnswers"]?.elements.first?["answerContent"]?["annotatedResult"]?[
            "boundingBoxes"]?.elements
        #expect(boxes?.count == 2)
        #expect(boxes?.last?["label"] == .string("horse"))
    }

    @Test func everyFinishedEditOutlivesTheProcess() throws {
        let folder = try ReviewFolder(photos: 1)
        let journal = try folder.journal()
        let keys = ["l", "J", "h", "K", "3", "yp", "L", "d", "u", "4"]
        for round in 0..<200 {
            let terminal = try folder.openSmall()
            terminal.send(keys[round % keys.count])
            let isSaved = try terminal.wait { try journal.edits().count == round + 1 }
            try #require(isSaved, "edit \(round) was not saved")
            terminal.kill(SIGKILL)
        }
        // Every tenth edit took one back, so this many are left to undo.
        let terminal = try folder.openSmall()
        terminal.send(String(repeating: "u", count: 160))
        #expect(try terminal.wait { try journal.edits().count == 360 })
        #expect(try journal.boxes() == [BoundingBox(left: 100, top: 120, width: 100, height: 100)])
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalGivesTheTerminalAndTheTaskBack(signal: CInt) throws {
        let folder = try ReviewFolder(photos: 1)
        let journal = try folder.journal()
        let terminal = try folder.open()
        terminal.send("l")
        #expect(try terminal.wait { try journal.edits().count == 1 })
        terminal.kill(signal)
        #expect(terminal.exitStatus() == 0)
        #expect(terminal.has("\u{1B}[?1049l"))
        #expect(terminal.has("\u{1B}[?1002l"))
        // Another worker is offered the draft at once.
        let other = try folder.open(worker: "bo")
        #expect(other.shows("ana left an unfinished answer"))
    }

    @Test func aCrashGivesTheTerminalBack() throws {
        let folder = try ReviewFolder(photos: 1)
        let terminal = try folder.openSmall()
        terminal.kill(SIGSEGV)
        #expect(terminal.exitStatus() == nil)
        #expect(terminal.has("\u{1B}[?25h\u{1B}[?1049l"))
        #expect(terminal.has("\u{1B}[?1002l"))
    }

    @Test(arguments: ["\u{1A}", nil])
    func suspendingStopsTheProgramAndComingBackGoesOn(key: String?) throws {
        let folder = try ReviewFolder(photos: 1)
        let journal = try folder.journal()
        let terminal = try folder.openAsJob()
        let program = try #require(ProcessState.child(of: terminal.process))
        #expect(!ProcessState.isStopped(program))
        if let key { terminal.send(key) } else { kill(program, SIGTSTP) }
        #expect(terminal.wait { ProcessState.isStopped(program) })
        #expect(terminal.shows("\u{1B}[?1049l"))
        terminal.send("\n")
        #expect(terminal.wait { !ProcessState.isStopped(program) })
        terminal.pass(seconds: 0.5)
        terminal.send("l")
        #expect(try terminal.wait { try journal.edits().count == 1 })
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    @Test func aWindowTooSmallSaysSoAndRecovers() throws {
        let folder = try ReviewFolder(photos: 1)
        let terminal = try PseudoTerminal(
            Program.path, ["-C", folder.workspace], columns: 60, rows: 20)
        #expect(terminal.shows("80×22"))
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    /// Every output object of a workspace.
    static func outputs(in workspace: String) throws -> [JSONValue] {
        let files = FileManager.default.enumerator(atPath: workspace + "/output")
        return try (files?.allObjects as? [String] ?? []).filter { $0.hasSuffix("/output.json") }
            .map { path in
                let data = try Data(contentsOf: URL(filePath: workspace + "/output/" + path))
                return try JSONParser().parse([UInt8](data))
            }
    }
}

extension JSONValue {
    /// The elements of an array; none for anything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
