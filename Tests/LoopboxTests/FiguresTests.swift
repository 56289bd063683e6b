import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

/// The lead's figures beside a computation that shares no line with the program's.
@Suite struct FiguresTests {
    private let files = TemporaryDirectory()
    private static let limit = 36 * Timestamp.millisecondsOfHour

    /// A store of generated loops with journals, and how it stands.
    private func status(taskCount: Int, loops: Int = 300) throws -> JSONValue {
        let generated = try Program.run(
            executable: Program.path + "-benchmark",
            arguments: [
                "generate-store", "w", "--loops", "\(loops)", "--seed", "\(taskCount)",
                "--task-count", "\(taskCount)", "--journals", "1",
            ], in: files.path)
        #expect(generated.status == 0, "\(generated.errors)")
        return try Program.run(
            "-C", "w", "status", "--json", "--age-limit", "36h", in: files.path
        ).json()
    }

    private func expected(at time: Int64) throws -> JSONValue {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("figures.py").path
        let program = try Program.run(
            executable: "/usr/bin/env",
            arguments: [
                "python3", script, files.path + "/w/.loopbox/store.sqlite", "\(time)",
                "\(Self.limit)",
            ])
        #expect(program.status == 0, "\(program.errors)")
        return try program.json()
    }

    @Test(
        .enabled(if: Requirement.isMet(Python.isPresent), "needs python3"), arguments: [1, 2, 3])
    func everyFigureIsWhatTheRawTablesGive(taskCount: Int) throws {
        let figures = try #require(try status(taskCount: taskCount)["figures"])
        let time = try #require(figures["time"]?.timestamp)
        var differences: [String] = []
        let expected = try expected(at: time)
        for member in expected.members {
            let found = figures[member.name] ?? .null
            differences += found.differences(from: member.value, at: member.name)
        }
        #expect(differences == [])
        // The scenario has something to say of each figure.
        #expect(figures["queue"]?["depth"]?.number ?? 0 > 5)
        #expect(figures["queue"]?["overAge"]?.number ?? 0 > 5)
        #expect(figures["audit"]?["errors"]?.number ?? 0 > 3)
        #expect(figures["workers"]?.elements.count == 12)
        let pairs = figures["agreement"]?.elements.filter { $0["second"] != .null } ?? []
        #expect(pairs.isEmpty == (taskCount == 1))
        #expect(figures["models"]?.elements.first?["drift"]?["scores"]?.number ?? 0 > 0)
    }

    @Test func theEstimateIsOfTheQueueAndItsRangeHoldsItsMiddle() throws {
        let figures = try #require(try status(taskCount: 1, loops: 2000)["figures"])
        let estimate = try #require(figures["estimate"])
        #expect(estimate["remaining"] == figures["queue"]?["depth"])
        let hours = ["low", "middle", "high"].compactMap { estimate["workingHours"]?[$0]?.number }
        #expect(hours.count == 3 && hours == hours.sorted())
    }
}

extension JSONValue {
    fileprivate var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    fileprivate var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    fileprivate var timestamp: Int64? {
        guard case .string(let text) = self else { return nil }
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return format.date(from: text).map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
    }

    /// Where two values differ; numbers may by a millionth, which overlaps are kept to.
    fileprivate func differences(from other: JSONValue, at path: String) -> [String] {
        if let number, let expected = other.number {
            return abs(number - expected) <= 1e-6 * max(1, abs(expected))
                ? [] : ["\(path): \(number) and not \(expected)"]
        }
        switch (self, other) {
        case (.array(let found), .array(let expected)) where found.count == expected.count:
            return zip(found, expected).enumerated().flatMap { index, pair in
                pair.0.differences(from: pair.1, at: "\(path)[\(index)]")
            }
        case (.object(let found), .object(let expected)):
            let names = Set(found.map(\.name)).union(expected.map(\.name)).sorted()
            return names.flatMap {
                (self[$0] ?? .string("missing")).differences(
                    from: other[$0] ?? .string("missing"), at: "\(path).\($0)")
            }
        default: return self == other ? [] : ["\(path): \(self) and not \(other)"]
        }
    }
}
