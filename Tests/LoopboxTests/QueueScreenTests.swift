import Foundation
import HumanReview
import ReviewStore
import Testing

@testable import loopbox

/// The workstation with its background queue, on a terminal.
@Suite(.serialized) struct QueueScreenTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    /// An empty workspace whose network reviews everything, being never quite sure.
    private func makeWorkspace() throws -> SQLiteReviewStore {
        #expect(try Program.run("init", workspace, "--score-threshold", "1").status == 0)
        try UntrainedModel.write(to: files.path + "/m.tar.gz", seed: 1)
        let imported = try Program.run(
            "-C", workspace, "model", "import", files.path + "/m.tar.gz", "--deploy")
        #expect(imported.status == 0)
        return try SQLiteReviewStore(workspace: try #require(Workspace.at(workspace)))
    }

    private func add(_ names: String...) throws {
        for name in names {
            try files.write(
                try TemporaryDirectory.jpeg(width: 640, height: 480, seed: UInt8(name.utf8.count)),
                to: name)
            #expect(try Program.run("-C", workspace, "add", files.path + "/" + name).status == 0)
        }
    }

    @Test func theReviewQueueFillsWhileTheScreenIsOpen() throws {
        let store = try makeWorkspace()
        let terminal = try PseudoTerminal(Program.path, ["-C", workspace])
        #expect(terminal.shows("Nothing to review"))
        try add("a.jpg")
        #expect(terminal.shows("a.jpg"))
        try add("bb.jpg", "ccc.jpg")
        #expect(try terminal.wait { try store.status(at: SystemClock.now).waiting == 3 })
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    @Test func withoutAQueueImagesAreLeftToOthers() throws {
        let store = try makeWorkspace()
        try add("a.jpg")
        let terminal = try PseudoTerminal(Program.path, ["-C", workspace, "--no-queue"])
        #expect(terminal.shows("Nothing to review yet"))
        #expect(terminal.shows("queue 1"))
        #expect(try Program.run("-C", workspace, "work", "--drain").status == 0)
        #expect(terminal.shows("a.jpg"))
        #expect(try store.queueProgress(at: SystemClock.now).depth == 0)
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    @Test func aModelThatCannotBeLoadedIsToldAndStopsNoReview() throws {
        let store = try makeWorkspace()
        let model = try #require(try store.deployedModel())
        try Data("none".utf8).write(to: URL(filePath: store.workspace.path(of: model)))
        try add("a.jpg")
        let terminal = try PseudoTerminal(Program.path, ["-C", workspace])
        #expect(terminal.shows("model v1: "))
        #expect(terminal.shows("queue 1"))
        let told = try Program.run("-C", workspace, "work", "--drain")
        #expect(told.status == 1)
        #expect(told.errorLines.count == 1)
        #expect(told.errors.contains("model v1: "))
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
        #expect(try store.queueProgress(at: SystemClock.now).depth == 1)
    }
}
