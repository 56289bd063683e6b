import Foundation
import Testing

/// Sessions of their own, so that the tests' own is left as it is.
@Suite struct SessionNicenessTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    private static var isGrouped: Bool {
        FileManager.default.isWritableFile(atPath: "/proc/self/autogroup")
    }

    private func session(of terminal: PseudoTerminal) -> String {
        (try? String(contentsOfFile: "/proc/\(terminal.process)/autogroup", encoding: .utf8)) ?? ""
    }

    private func makeWorkspace() throws {
        #expect(try Program.run("init", workspace).status == 0)
        try UntrainedModel.write(to: files.path + "/m.tar.gz", seed: 1)
        let imported = try Program.run(
            "-C", workspace, "model", "import", files.path + "/m.tar.gz", "--deploy")
        #expect(imported.status == 0)
    }

    @Test(.enabled(if: isGrouped, "the kernel groups no sessions"))
    func theSessionOfWorkGivesWayAndIsAsBeforeAfterwards() throws {
        try makeWorkspace()
        let script = "trap : INT; \"$1\" -C \"$2\" work; cat /proc/self/autogroup; sleep 60"
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, "sh", Program.path, workspace])
        #expect(terminal.wait { session(of: terminal).hasSuffix("nice 10\n") })
        terminal.pass(seconds: 0.5)
        terminal.send("\u{03}")
        #expect(terminal.shows("nice 0"))
    }

    @Test(.enabled(if: isGrouped, "the kernel groups no sessions"))
    func aScreenDoesNotGiveWay() throws {
        try makeWorkspace()
        let script = "echo 10 > /proc/self/autogroup; exec \"$1\" -C \"$2\""
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, "sh", Program.path, workspace])
        #expect(terminal.shows("Nothing to review"))
        #expect(terminal.wait { session(of: terminal).hasSuffix("nice 0\n") })
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }
}
