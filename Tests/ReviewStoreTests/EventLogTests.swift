import Foundation
import Testing

@testable import ReviewStore

@Suite final class EventLogTests {
    let path = NSTemporaryDirectory() + "events-\(UUID().uuidString).jsonl"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func append(_ line: String, mark: String, after start: Int = 0) throws {
        let log = EventLog(path: path)
        try log.locked {
            try log.append([EventLog.Line(text: line, mark: mark)], after: start, to: $0)
        }
    }

    private var text: String {
        get throws { try String(contentsOfFile: path, encoding: .utf8) }
    }

    @Test func aLineIsAppendedOnce() throws {
        for line in ["{a}", "{b}", "{a}"] { try append(line, mark: line) }
        #expect(try text == "{a}\n{b}\n")
    }

    @Test func aTornLineIsCutBeforeTheNext() throws {
        try "{a}\n{b".write(toFile: path, atomically: true, encoding: .utf8)
        try append("{c}", mark: "{c}")
        #expect(try text == "{a}\n{c}\n")
    }

    @Test func aFileOfOneTornLineBecomesEmpty() throws {
        try String(repeating: "x", count: 200_000)
            .write(toFile: path, atomically: true, encoding: .utf8)
        try append("{c}", mark: "{c}")
        #expect(try text == "{c}\n")
    }

    @Test func linesBeforeTheGivenPlaceAreNotLookedAt() throws {
        try append("{a}", mark: "{a}")
        let end = try EventLog(path: path).end()
        #expect(end == 4)
        try append("{a}", mark: "{a}", after: end)
        #expect(try text == "{a}\n{a}\n")
    }

    @Test func aReplacedFileIsLookedThroughWhole() throws {
        try append("{a}", mark: "{a}")
        try append("{a}", mark: "{a}", after: 1_000_000)
        #expect(try text == "{a}\n")
    }

    @Test func aMarkAcrossTwoReadsIsFound() throws {
        let long = String(repeating: "y", count: (1 << 16) - 3)
        try "\(long)MARKED\n".write(toFile: path, atomically: true, encoding: .utf8)
        try append("new MARKED", mark: "MARKED")
        #expect(try text == "\(long)MARKED\n")
    }

    @Test func lookingForTheEndLeavesTheFileAlone() throws {
        try append("{a}", mark: "{a}")
        _ = try EventLog(path: path).end()
        #expect(try text == "{a}\n")
    }
}
