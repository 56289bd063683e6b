import Foundation
import HumanReview
import OrderedJSON

/// The command a watcher runs for everything it is to tell of.
nonisolated struct NoticeCommand {
    /// For `/bin/sh -c`.
    let text: String

    /// A command that takes longer is ended.
    private static let longestSeconds = 60

    /// Runs the command with a notice as one line of JSON on its standard input, and waits for it.
    ///
    /// What it prints goes where this program's errors go: its own output may be read as JSON.
    ///
    /// - Returns: what went wrong, or nil.
    func run(_ notice: StatusNotice) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", text]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.standardError
        do {
            // A notice is far smaller than what a pipe holds: nothing waits, and since this process
            // holds the other end too, nothing ends it by SIGPIPE.
            let line = JSONWriter().write(notice.json) + "\n"
            try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            try input.fileHandleForWriting.close()
            try process.run()
        } catch {
            return "it could not be run: \(error.localizedDescription)"
        }
        return wait(for: process)
    }

    private func wait(for process: Process) -> String? {
        let end = SystemClock.steadyMilliseconds + Int64(Self.longestSeconds) * 1_000
        while process.isRunning {
            guard SystemClock.steadyMilliseconds < end else {
                process.terminate()
                return "it took longer than \(Self.longestSeconds) s and was ended"
            }
            usleep(5_000)
        }
        process.waitUntilExit()
        let status = process.terminationStatus
        guard status != 0 else { return nil }
        return process.terminationReason == .exit
            ? "it exited with status \(status)" : "signal \(status) ended it"
    }
}
