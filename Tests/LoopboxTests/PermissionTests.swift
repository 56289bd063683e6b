import Foundation
import HumanReview
import ReviewStore
import Testing

/// What a reviewer may not do, by command and on the screen, in a workspace that lists its workers.
@Suite(.serialized) struct PermissionTests {
    private let files = TemporaryDirectory()
    private let lead = NSUserName()
    private var workspace: String { files.path + "/w" }

    /// A loop in progress, a completed one and an image the model is sure of; ana is a reviewer.
    init() throws {
        for (name, score) in [("done", 0.3), ("open", 0.4), ("sure", 0.9)] {
            try files.writeImage("images/\(name).jpg", seed: UInt8(score * 10))
            try files.write(
                "{\"prediction\": [[11, \(score), 0.1, 0.1, 0.6, 0.8]]}",
                to: "predictions/\(name).json")
        }
        try #require(
            try Program.run(
                "init", "w", "--images", "images", "--predictions", "predictions", in: files.path
            ).status == 0)
        try #require(try run("worker", "add", "ana").status == 0)
        let store = try self.store()
        let worker = Worker(name: lead)
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let task = try store.open(try name("done", in: store), for: worker, at: now)
        _ = try store.submit(
            Answer(
                worker: worker, acceptanceTime: now, submissionTime: now, activeMilliseconds: 0,
                boxes: [], imageSize: task.loop.image.size), under: try #require(task.lease))
    }

    private func store() throws -> SQLiteReviewStore {
        try SQLiteReviewStore(workspace: try #require(Workspace.find(from: workspace)))
    }

    private func name(_ image: String, in store: SQLiteReviewStore) throws -> String {
        let loop = try store.loops(limit: 9).first { $0.image.path.hasSuffix("/\(image).jpg") }
        return try #require(loop?.name)
    }

    private func run(_ arguments: String...) throws -> Program { try run(arguments) }

    private func run(_ arguments: [String]) throws -> Program {
        try Program.run(executable: Program.path, arguments: ["-C", workspace] + arguments)
    }

    /// What must not have changed.
    private func standing() throws -> [String] {
        let store = try store()
        return try store.loops(limit: 9).map { "\($0.name) \($0.status.rawValue)" }
            + ["\(try store.confidentCount(ConfidentFilter())) confident"]
    }

    @Test func noCommandOfALeadsIsDoneForAReviewer() throws {
        let before = try standing()
        let store = try store()
        let (open, done) = (try name("open", in: store), try name("done", in: store))
        let refusals = [
            (["accept", "--min-score", "0.5"], "ana may not accept in bulk; ask \(lead)"),
            (
                ["loops", "stop", open],
                "ana may not stop, release, reassign or reopen loops; ask \(lead)"
            ),
            (["loops", "release", open], "ana may not stop, release, reassign"),
            (["loops", "reassign", open, "--to", "ana"], "ana may not stop, release, reassign"),
            (["loops", "reopen", open], "ana may not stop, release, reassign"),
            (["loops", "undo"], "ana may not stop, release, reassign"),
            (
                ["loops", "send-back", done, "--note", "look again"],
                "ana may not send loops back for correction; ask \(lead)"
            ),
            (
                ["status", "--age-limit", "2d", "--keep-age-limit"],
                "ana may not change what counts as late"
            ),
        ]
        for (arguments, text) in refusals {
            let refused = try run(arguments + ["--worker", "ana"])
            #expect(refused.status == 1, "\(arguments): \(refused.everything)")
            #expect(refused.errors.contains(text), "\(arguments): \(refused.errors)")
            #expect(refused.errors.contains("ask \(lead)"), "\(arguments): \(refused.errors)")
        }
        #expect(try standing() == before)
        // The same commands are the lead's to give.
        #expect(try run("loops", "stop", open).status == 0)
        #expect(try run("loops", "send-back", done, "--note", "look again").status == 0)
    }

    @Test func noKeyOfALeadsIsDoneForAReviewer() throws {
        let before = try standing()
        for (keys, text) in [
            (["S"], "may not stop, release, reassign or reopen loops; ask \(lead)"),
            (["R"], "may not stop, release, reassign"), (["O"], "may not stop, release, reassign"),
            (["T", "\r"], "may not stop, release, reassign"),
            (["u"], "may not stop, release, reassign"),
        ] {
            try expectRefusal(of: ["gl", "\t"] + keys, text)
        }
        try expectRefusal(of: ["ga", "A", "A"], "may not accept in bulk; ask \(lead)")
        try expectRefusal(
            of: ["gl", "\t", "/", "state:completed", "\r", "gh", "b"],
            "may not send loops back for correction; ask \(lead)")
        try expectRefusal(of: ["gd", "u", "y"], "may not settle where answers differ; ask \(lead)")
        #expect(try standing() == before)
    }

    /// Sends keys to a screen of ana's, and looks for a text on it when it is drawn anew.
    private func expectRefusal(of keys: [String], _ text: String) throws {
        let terminal = try PseudoTerminal(
            Program.path, ["-C", workspace, "--worker", "ana", "--no-queue"])
        #expect(terminal.shows("saved"), "\(keys)")
        for key in keys {
            terminal.send(key)
            terminal.pass(seconds: 0.25)
        }
        terminal.send("\u{0C}")
        #expect(terminal.shows(text), "\(keys)")
        terminal.kill(SIGKILL)
    }
}
