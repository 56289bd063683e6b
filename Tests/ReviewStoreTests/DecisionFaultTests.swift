import Annotations
import Foundation
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// Accepting in bulk that is killed, or finds the disk full.
@Suite struct DecisionFaultTests {
    let ann = Worker(name: "ann")

    private func images(_ count: Int) -> [IncomingImage] {
        (0..<count).map { TemporaryWorkspace.image("\($0)", scores: [0.9, 0.3]) }
    }

    /// Every loop is complete, with its file and its event, once; every other image is confident.
    private func look(at temporary: TemporaryWorkspace, images: Int, _ place: Comment) throws {
        let store = try temporary.store()
        let completed = try store.status(at: TemporaryWorkspace.time).loops[.completed] ?? 0
        #expect(try store.confidentCount(ConfidentFilter()) == images - completed, place)
        let files = temporary.outputFiles
        #expect(files.count == completed, place)
        #expect(Set(temporary.eventLines).count == completed, place)
        #expect(temporary.eventLines.count == completed, place)
        for file in files {
            let path = temporary.workspace.outputPath + "/" + file
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect((try? JSONSerialization.jsonObject(with: bytes)) != nil, place)
        }
        #expect(try store.integrityProblems() == [], place)
    }

    /// By images, or box by box: each image of these has two.
    @Test(arguments: ["accept", "accept-boxes"])
    func aKilledAcceptanceIsFinishedByRunningAgain(command: String) throws {
        let temporary = try TemporaryWorkspace()
        _ = try temporary.store().add(images(900), at: TemporaryWorkspace.time)
        var generator = SeededGenerator(seed: 5)
        for round in 0..<6 {
            let process = try WorkerProcess(command, temporary.workspace, as: "ann")
            usleep(UInt32.random(in: 20_000...400_000, using: &generator))
            process.kill()
            try look(at: temporary, images: 900, "round \(round)")
        }
        let process = try WorkerProcess(command, temporary.workspace, as: "ann")
        _ = process.lines()
        try look(at: temporary, images: 900, "at the end")
        #expect(try temporary.store().confidentCount(ConfidentFilter()) == 0)
    }

    /// At each of its system calls that write: five images are few enough to try them all.
    @Test(
        .enabled(if: FaultyWorker.isPossible, "strace is not installed or may not trace"),
        arguments: ["pwrite64", "syncfs", "ftruncate", "rename", "fdatasync"])
    func aKilledAcceptanceIsWholeOrHasChangedNothing(call: String) throws {
        var number = 1
        while try accept(call, number, fault: "signal=KILL") == .killed {
            // The middle of many writes is no different from one step further.
            number += call == "pwrite64" ? 7 : 1
            try #require(number < 300)
        }
        #expect(number > 1)
    }

    @Test(
        .enabled(if: FaultyWorker.isPossible, "strace is not installed or may not trace"),
        arguments: ["pwrite64", "syncfs", "ftruncate", "rename", "mkdir"])
    func anAcceptanceThatFindsTheDiskFullGoesOnLater(call: String) throws {
        var failures = 0
        for number in stride(from: 1, to: 60, by: call == "pwrite64" ? 5 : 2) {
            switch try accept(call, number, fault: "error=ENOSPC") {
            case .failed: failures += 1
            case .done: break
            case .killed: Issue.record("\(call) \(number) was the end of the process")
            }
        }
        #expect(failures > 0)
    }

    private func accept(_ call: String, _ number: Int, fault: String) throws -> FaultyWorker.Ending
    {
        let temporary = try TemporaryWorkspace()
        _ = try temporary.store().add(images(5), at: TemporaryWorkspace.time)
        let ending = try FaultyWorker.submit(
            in: temporary.workspace, fault: "inject=\(call):\(fault):when=\(number)", of: call,
            command: "accept-and-end")
        try look(at: temporary, images: 5, "\(call) \(number)")
        let store = try temporary.store()
        _ = try store.decide(
            SheetDecision(accepted: .all(ConfidentFilter(), limit: nil)), by: ann,
            at: TemporaryWorkspace.time)
        try look(at: temporary, images: 5, "\(call) \(number), again")
        return ending
    }

    @Test(
        .enabled(if: SmallDisk.isPossible, "mounting a small disk takes root"),
        arguments: [0, 8_192, 20_480, 65_536, 131_072, 262_144])
    func onAFullDiskNothingIsLost(rest: Int) throws {
        let disk = try SmallDisk()
        let temporary = try TemporaryWorkspace(in: disk.path)
        let store = try temporary.store()
        _ = try store.add(images(12), at: TemporaryWorkspace.time)
        try disk.fill(leaving: rest)
        let all = SheetDecision(accepted: .all(ConfidentFilter(), limit: nil))
        do {
            _ = try store.decide(all, by: ann, at: TemporaryWorkspace.time)
        } catch ReviewError.full {
            #expect(rest < 262_144)
        }
        disk.empty()
        _ = try store.decide(all, by: ann, at: TemporaryWorkspace.time)
        try look(at: temporary, images: 12, "\(rest)")
        #expect(temporary.outputFiles.count == 12)
    }

    @Test(
        .enabled(if: FaultyWorker.isPossible, "strace is not installed or may not trace"),
        arguments: ["pwrite64", "fdatasync", "unlink", "rmdir", "syncfs"])
    func aKilledUndoIsWholeOrHasChangedNothing(call: String) throws {
        for number in stride(from: 1, to: 40, by: call == "pwrite64" ? 5 : 1) {
            let temporary = try TemporaryWorkspace()
            let store = try temporary.store()
            _ = try store.add(images(5), at: TemporaryWorkspace.time)
            _ = try store.decide(
                SheetDecision(accepted: .all(ConfidentFilter(), limit: nil)), by: ann,
                at: TemporaryWorkspace.time)
            let ending = try FaultyWorker.submit(
                in: temporary.workspace, fault: "inject=\(call):signal=KILL:when=\(number)",
                of: call, command: "undo-and-end")
            let after = try temporary.store()
            let confident = try after.confidentCount(ConfidentFilter())
            #expect([0, 5].contains(confident), "\(call) \(number)")
            #expect(temporary.outputFiles.count == 5 - confident, "\(call) \(number)")
            #expect(temporary.eventLines.count == 5 + confident, "\(call) \(number)")
            #expect(try after.integrityProblems() == [])
            guard ending == .killed else { return #expect(confident == 5) }
        }
    }
}
