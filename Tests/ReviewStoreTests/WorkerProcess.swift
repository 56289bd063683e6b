import Foundation
import Glibc
import ReviewStore
import TestSupport

/// A running `review-store-worker`, killed with the value if it still lives.
final class WorkerProcess {
    private let process: ChildProgram
    private let output = Pipe()
    private var unread = ""

    init(_ command: String, _ workspace: Workspace, as worker: String, leaseSeconds: Double = 120)
        throws
    {
        process = try ChildProgram(
            [Self.executable.path, command, workspace.path, worker, String(leaseSeconds)],
            output: .descriptor(output.fileHandleForWriting.fileDescriptor))
        try output.fileHandleForWriting.close()
    }

    /// The program, which is built beside the tests.
    static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("review-store-worker")

    /// The next line it says, or nil when it has ended.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: "\n") {
                defer { unread = String(unread[unread.index(after: end)...]) }
                return String(unread[..<end])
            }
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { return nil }
            unread += String(decoding: data, as: UTF8.self)
        }
    }

    /// Everything it says until it is done.
    func lines() -> [String] {
        var lines: [String] = []
        while let line = line(), line != "done" { lines.append(line) }
        return lines
    }

    /// Ends it as the kernel ends processes when memory runs out.
    func kill() { process.kill() }

    /// Lets it go on after it stopped itself.
    func go() { process.send(SIGCONT) }
}
