import Foundation
import HumanReview
import Testing

@testable import ReviewStore

/// A submission that is killed, or meets a full disk, at each of its system calls that write.
@Suite(.enabled(if: FaultyWorker.isPossible, "strace is not installed or may not trace"))
struct FaultTests {
    let ann = Worker(name: "ann")

    @Test(arguments: ["pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "mkdir"])
    func aKilledSubmissionIsWholeOrHasChangedNothing(call: String) throws {
        var number = 1
        while try submit(call, number, fault: "signal=KILL") == .killed {
            number += 1
            try #require(number < 300)
        }
        #expect(number > 1)
    }

    @Test(arguments: ["pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "mkdir"])
    func aSubmissionThatFindsTheDiskFullSucceedsLater(call: String) throws {
        var failures = 0
        var successes = 0
        // Some calls may fail without harm, as that of a directory that is there already.
        for number in 1..<300 where successes < 8 {
            switch try submit(call, number, fault: "error=ENOSPC") {
            case .done: successes += 1
            case .failed: (failures, successes) = (failures + 1, 0)
            case .killed: Issue.record("\(call) \(number) was the end of the process")
            }
        }
        #expect(failures > 0)
    }

    /// Submits one loop in a process to which a fault happens when it makes a call for the `number`th
    /// time, looks at what is left, and finishes it.
    private func submit(
        _ call: String, _ number: Int, fault: String
    ) throws -> FaultyWorker.Ending {
        let temporary = try TemporaryWorkspace()
        _ = try temporary.store().add(
            [TemporaryWorkspace.image("a", scores: [0.3])], at: TemporaryWorkspace.time)
        let ending = try FaultyWorker.submit(
            in: temporary.workspace, fault: "inject=\(call):\(fault):when=\(number)", of: call)
        let events = temporary.eventLines
        #expect(events.allSatisfy { Self.isWhole($0.utf8) }, "\(call) \(number)")
        let outputs = temporary.outputFiles.filter { $0.hasSuffix("/output.json") }
        for output in outputs {
            let path = temporary.workspace.outputPath + "/" + output
            #expect(Self.isWhole(FileManager.default.contents(atPath: path) ?? Data()))
        }
        try finish(temporary, "\(call) \(number)")
        return ending
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
