import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

/// `loopbox status --watch` beside somebody who works.
@Suite final class WatchTests {
    private let folder: ReviewFolder
    private let files = TemporaryDirectory()
    private var processes: [ChildProgram] = []
    private let ana = Worker(name: "ana")

    init() throws { folder = try ReviewFolder(photos: 3) }

    private var told: String { files.path + "/told" }
    private var shown: String { files.path + "/shown" }
    private var errors: String { files.path + "/errors" }

    @discardableResult private func watch(_ options: String...) throws -> ChildProgram {
        for file in [shown, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
        let process = try ChildProgram(
            [Program.path, "-C", folder.workspace, "status", "--watch", "--every", "0.1"] + options,
            output: .file(shown), errors: .file(errors))
        processes.append(process)
        #expect(wait { !lines(shown).isEmpty })
        return process
    }

    private func lines(_ file: String) -> [JSONValue] {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONParser().parse(String($0)) }
    }

    private func wait(until isMet: () -> Bool) -> Bool {
        for _ in 0..<400 {
            if isMet() { return true }
            usleep(50_000)
        }
        return false
    }

    private var types: [JSONValue?] { lines(told).map { $0["detail-type"] } }
    private let ended = JSONValue.string("SageMaker A2I HumanLoop Status Change")

    private func answerOne() throws {
        let workspace = try #require(Workspace.find(from: folder.workspace))
        let store = try SQLiteReviewStore(workspace: workspace)
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        guard case .task(let task) = try store.claimNext(for: ana, at: now, excluding: []),
            let lease = task.lease
        else { return }
        _ = try store.submit(
            Answer(
                worker: ana, acceptanceTime: now, submissionTime: now, activeMilliseconds: 1,
                boxes: [], imageSize: task.loop.image.size), under: lease)
    }

    @Test func everyLoopThatEndsAndTheEmptyQueueAreTold() throws {
        try watch("--notify", "cat >> \(told)")
        for count in 1...3 {
            try answerOne()
            #expect(wait { types.count { $0 == ended } == count })
        }
        #expect(wait { types.contains(.string("Loopbox Queue Empty")) })
        #expect(Set(lines(told).compactMap { $0["id"] }).count == 4, "each once, by its own id")
        #expect(lines(shown).last?["loops"]?["Completed"] == .integer(3))
        #expect(lines(shown).count >= 4, "a line a change")
    }

    @Test func whatIsTakenBackIsToldAsTheEventFileHasIt() throws {
        let sure = folder.path + "/sure"
        let made = try Program.run(
            "init", "sure", "--images", "photos", "--predictions", "predictions",
            "--score-threshold", "0.3", in: folder.path)
        #expect(made.output.contains("3 confident"), "\(made.everything)")
        // Another's watch begins after all of it, and tells of nothing.
        try watch("-C", sure, "--notify", "cat >> \(told)")
        #expect(try Program.run("-C", sure, "accept", "--min-score", "0.3").status == 0)
        #expect(wait { types.count { $0 == ended } == 3 })
        #expect(try Program.run("-C", sure, "accept", "--undo").status == 0)
        let withdrawn = JSONValue.string("Loopbox HumanLoop Withdrawal")
        #expect(wait { types.count { $0 == withdrawn } == 3 })
        let store = try SQLiteReviewStore(workspace: try #require(Workspace.find(from: sure)))
        let late = Timestamp(milliseconds: 0)
        #expect(try store.watchPosition(of: "another", late: late).withdrawal == 3)
        let events = lines(sure + "/output/events.jsonl")
        #expect(
            events.filter { $0["detail-type"] == withdrawn }
                == lines(told).filter { $0["detail-type"] == withdrawn })
    }

    @Test func aSettlementTakenBackIsTold() throws {
        try watch("--notify", "cat >> \(told)")
        try answerOne()
        let store = try SQLiteReviewStore(
            workspace: try #require(Workspace.find(from: folder.workspace)))
        let loop = try #require(try store.loops(status: .completed, limit: 1).first).name
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        try store.settle(loop, as: [], revision: 1, by: ana, at: now)
        #expect(try store.undoSettlement(by: ana, at: now)?.loop == loop)
        #expect(wait { types.contains(.string("Loopbox Settlement Withdrawal")) })
    }

    /// A settlement taken back, then the loop sent back and completed anew, while nobody watches.
    @Test func whatHappenedWhileNobodyWatchedIsToldInItsOrder() throws {
        try answerOne()
        let store = try SQLiteReviewStore(
            workspace: try #require(Workspace.find(from: folder.workspace)))
        let command = "cat >> \(told)"
        let start = Timestamp(milliseconds: 0)
        try store.setWatchPosition(try store.watchPosition(of: command, late: start), of: command)
        let loop = try #require(try store.loops(status: .completed, limit: 1).first).name
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        try store.settle(loop, as: [], revision: 1, by: ana, at: Timestamp(milliseconds: now))
        _ = try store.undoSettlement(by: ana, at: Timestamp(milliseconds: now + 1))
        _ = try store.sendBack(
            loop, note: "again", to: ana, by: ana, at: Timestamp(milliseconds: now + 2))
        usleep(10_000)
        try answerOne()
        try watch("--notify", command)
        #expect(wait { types.count >= 2 })
        #expect(types == [.string("Loopbox Settlement Withdrawal"), ended])
    }

    @Test func whatHappensWhileNobodyWatchesIsToldByTheNextWatch() throws {
        let first = try watch("--notify", "cat >> \(told)")
        try answerOne()
        #expect(wait { types.count == 1 })
        first.send(SIGTERM)
        first.wait()
        try answerOne()
        try watch("--notify", "cat >> \(told)")
        #expect(wait { types.count == 2 })
        #expect(Set(lines(told).compactMap { $0["id"] }).count == 2)
    }

    /// However little room there is, whoever watches is told how to end it.
    @Test(arguments: [24, 5]) func aWatchOnATerminalSaysHowItEnds(rows: Int) throws {
        let terminal = try PseudoTerminal(
            Program.path, ["-C", folder.workspace, "status", "--watch"], columns: 80, rows: rows)
        #expect(terminal.shows("Ctrl-C ends"))
        #expect(terminal.has("workspace"))
        #expect(terminal.has("outputs") == (rows == 24))
        try watch()
        #expect(try !String(contentsOfFile: shown, encoding: .utf8).contains("Ctrl-C"))
        let json = try PseudoTerminal(
            Program.path, ["-C", folder.workspace, "status", "--watch", "--json"])
        #expect(json.shows("\"loops\""))
        #expect(!json.has("Ctrl-C"))
    }

    /// A line feed on the only row would move what is on it off the screen.
    @Test func aWatchOnOneRowStaysOnIt() throws {
        let terminal = try PseudoTerminal(
            Program.path, ["-C", folder.workspace, "status", "--watch", "--every", "0.1"],
            columns: 80, rows: 1)
        #expect(terminal.wait { terminal.text.ranges(of: "Ctrl-C ends").count > 1 })
        #expect(!terminal.output.contains(UInt8(ascii: "\n")))
    }

    @Test func aSignalThatWasHeldBackEndsAWatch() throws {
        let process = try ChildProgram(
            [Program.path, "-C", folder.workspace, "status", "--watch"], output: .file(shown),
            holdingBack: [SIGTERM])
        #expect(wait { !lines(shown).isEmpty })
        process.send(SIGTERM)
        try #require(wait { !process.isRunning })
        #expect(process.wait() == .signal(SIGTERM))
    }

    @Test func aCommandThatFailsIsToldOfAndStopsNothing() throws {
        let process = try watch("--notify", "cat >> \(told); exit 3")
        try answerOne()
        try answerOne()
        #expect(wait { types.count == 2 })
        #expect(process.isRunning)
        let text = try String(contentsOfFile: errors, encoding: .utf8)
        #expect(text.contains("it exited with status 3; the watch goes on"))
    }

    @Test func everyLoopThatBecomesLateIsToldOnce() throws {
        let generated = files.path + "/w"
        _ = try Program.run(
            executable: Program.path + "-benchmark",
            arguments: ["generate-store", generated, "--loops", "4000"])
        let store = try SQLiteReviewStore(
            workspace: try #require(Workspace.find(from: generated)))
        let command = "cat >> \(told)"
        // As if the last watch had ended before any of them was late.
        try store.setWatchPosition(
            WatchPosition(event: 4_000, late: Timestamp(milliseconds: 0)), of: command)
        try watch("-C", generated, "--notify", command)
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let late = try store.leadFigures(at: now).queue.overAge
        #expect(late > 110, "more than are read at once")
        #expect(wait { types.count >= late })
        usleep(500_000)
        #expect(types.allSatisfy { $0 == .string("Loopbox HumanLoop Late") })
        let ids = lines(told).compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        // Others have become late meanwhile.
        let end = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        #expect((late...(try store.leadFigures(at: end).queue.overAge)).contains(ids.count))
    }

    @Test(arguments: ["0", "nan", "-1"]) func aWatchNeedsTimeBetweenItsLooks(every: String) throws {
        let program = try Program.run(
            "-C", folder.workspace, "status", "--watch", "--every=\(every)")
        #expect(program.status == 2)
    }

    @Test func notifyNeedsAWatch() throws {
        let program = try Program.run("-C", folder.workspace, "status", "--notify", "cat")
        #expect(program.status == 2)
        #expect(
            program.errorLines.first?.contains("--notify tells of changes; add --watch") == true)
    }
}
