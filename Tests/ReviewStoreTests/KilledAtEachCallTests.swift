import Foundation
import HumanReview
import Testing

@testable import ReviewStore

/// A submission that is killed at each of its system calls that write, one after the other.
@Suite(.enabled(if: KillingTracer.isPresent, "strace is not installed or may not trace"))
struct KilledAtEachCallTests {
    let ann = Worker(name: "ann")

    @Test(arguments: ["pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "mkdir", "unlink"])
    func theLoopIsWholeBeforeOrAfter(call: String) throws {
        var kills = 0
        while try isKilled(at: call, number: kills + 1) {
            kills += 1
            try #require(kills < 300)
        }
        #expect(kills > 0 || call == "unlink")
    }

    /// Submits one loop in a process that is killed when it makes a call for the `number`th time, and
    /// looks at what is left; false when it makes fewer.
    private func isKilled(at call: String, number: Int) throws -> Bool {
        let temporary = try TemporaryWorkspace()
        _ = try temporary.store().add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
        let ended = try KillingTracer.submit(
            in: temporary.workspace, killingAt: call, number: number)
        let events = temporary.eventLines
        #expect(events.allSatisfy { Self.isWhole($0.utf8) }, "\(call) \(number)")
        let outputs = temporary.outputFiles.filter { $0.hasSuffix("/output.json") }
        for output in outputs {
            let path = temporary.workspace.outputPath + "/" + output
            #expect(Self.isWhole(FileManager.default.contents(atPath: path) ?? Data()))
        }
        try finish(temporary, "\(call) \(number)")
        return !ended
    }

    /// Whoever comes next completes the loop, if it was not complete, and nothing is there twice.
    private func finish(_ temporary: TemporaryWorkspace, _ place: Comment) throws {
        let store = try temporary.store()
        if let task = try store.next(ann) {
            #expect(temporary.eventLines.isEmpty, place)
            _ = try store.submit(
                task.answer(by: ann, at: TemporaryWorkspace.time), under: try #require(task.lease))
        }
        #expect(try store.status(at: TemporaryWorkspace.time).loops[.completed] == 1, place)
        #expect(temporary.eventLines.count == 1, place)
        #expect(temporary.outputFiles.map { $0.hasSuffix("/output.json") } == [true], place)
        #expect(try store.integrityProblems() == [], place)
    }

    private static func isWhole(_ bytes: some Sequence<UInt8>) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    }
}

/// A worker under `strace`, which kills it where it is told to.
enum KillingTracer {
    static let isPresent = (try? run(["-o", "/dev/null", "true"])) == 0

    /// Runs a worker that submits everything; whether it came to the end.
    static func submit(
        in workspace: Workspace, killingAt call: String, number: Int
    ) throws -> Bool {
        let status = try run([
            "-f", "-o", "/dev/null", "-e", "trace=\(call)",
            "-e", "inject=\(call):signal=KILL:when=\(number)", WorkerProcess.executable.path,
            "submit-and-end", workspace.path, "ann",
        ])
        return status == 0
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["strace"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
