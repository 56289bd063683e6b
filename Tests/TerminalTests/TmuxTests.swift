import Foundation
import Testing
import TestSupport

/// The probe in tmux, which shows no pixels: half blocks.
@Suite(.serialized, .enabled(if: Requirement.isMet(XtermRun.canUseTmux))) struct TmuxTests {
    @Test func thePhotoIsHalfBlocksAndTheKeysWork() throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("loopbox-tmux-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let server = "loopbox-\(ProcessInfo.processInfo.processIdentifier)"
        _ = tmux(
            server, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24",
            "\(XtermRun.probe.path) \(directory.path); sleep 5")
        defer {
            _ = tmux(server, "kill-server")
            try? FileManager.default.removeItem(at: directory)
        }
        #expect(waitFor(directory.appendingPathComponent("0.done")))
        let first = tmux(server, "capture-pane", "-p")
        #expect(first.contains("▀▀▀▀▀▀▀▀"))
        #expect(first.contains("row 0 step 0"))
        _ = tmux(server, "send-keys", "p")
        #expect(waitFor(directory.appendingPathComponent("1.done")))
        let popup = tmux(server, "capture-pane", "-p")
        #expect(popup.contains("popup") && popup.contains("row 0 step 1"))
        _ = tmux(server, "resize-window", "-x", "100", "-y", "30")
        Thread.sleep(forTimeInterval: 1)
        _ = tmux(server, "send-keys", "q")
        Thread.sleep(forTimeInterval: 1)
        let left = tmux(server, "capture-pane", "-p")
        #expect(!left.contains("▀") && !left.contains("row 0"))
    }

    private func tmux(_ server: String, _ arguments: String...) -> String {
        ProgramRun(["env", "LANG=C.UTF-8", "tmux", "-u", "-L", server] + arguments).text
    }

    private func waitFor(_ file: URL) -> Bool {
        for _ in 0..<200 {
            if FileManager.default.fileExists(atPath: file.path) { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }
}
