import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

@testable import Workbench

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
        return try status()
    }

    private func status() throws -> JSONValue {
        try Program.run("-C", "w", "status", "--json", "--age-limit", "36h", in: files.path).json()
    }

    /// Where the program's figures are not those of the raw tables.
    private func differences(_ figures: JSONValue) throws -> [String] {
        let expected = try expected(at: try #require(figures["time"]?.timestamp))
        return expected.members.flatMap { member in
            (figures[member.name] ?? .null).differences(from: member.value, at: member.name)
        }
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
        let differences = try differences(figures)
        #expect(differences == [], "\(differences.prefix(9))")
        // The scenario has something to say of each figure.
        #expect(figures["queue"]?["depth"]?.number ?? 0 > 5)
        #expect(figures["queue"]?["overAge"]?.number ?? 0 > 5)
        #expect(figures["audit"]?["errors"]?.number ?? 0 > 3)
        #expect(figures["workers"]?.elements.count == 12)
        let pairs = figures["agreement"]?.elements.filter { $0["second"] != .null } ?? []
        #expect(pairs.isEmpty == (taskCount == 1))
        #expect(figures["models"]?.elements.first?["drift"]?["scores"]?.number ?? 0 > 0)
    }

    @Test(
        .enabled(if: Requirement.isMet(Python.isPresent), "needs python3"), arguments: [1, 3])
    func everyFigureStaysSoWhateverIsDoneLater(taskCount: Int) throws {
        _ = try status(taskCount: taskCount)
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        try LaterWork(workspace: files.path + "/w", now: now).run()
        let figures = try #require(try status()["figures"])
        let differences = try differences(figures)
        #expect(differences == [], "\(differences.prefix(9))")
        let corrector = figures["workers"]?.elements.first { $0["name"] == .string("cor") }
        #expect(corrector?["total"]?["answers"]?.number == 10)
        #expect(corrector?["total"]?["sentBack"]?.number == 2)
        #expect(corrector?["total"]?["activeSeconds"]?.number == 50)
        let corrected = figures["audit"]?["bands"]?.elements.compactMap { $0["corrected"]?.number }
        #expect(corrected?.reduce(0, +) == 1)
    }

    /// A number on the dashboard is the length of the list it opens.
    @Test func theListBehindARowIsAsLongAsTheRowSays() throws {
        _ = try status(taskCount: 2, loops: 600)
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        let work = try LaterWork(workspace: files.path + "/w", now: now)
        try work.run()
        let time = Timestamp(milliseconds: now)
        let figures = try work.store.leadFigures(at: time, ageLimit: Self.limit)
        var compared = 0
        for panel in DashboardPanels(figures: figures, width: 100).all {
            for row in panel.rows {
                guard let text = row.filter else { continue }
                let filter = try LoopFilter(text)
                let count = try work.store.loopCount(
                    filter, limit: 100_000, at: time, budget: 10_000)
                #expect(filter.description == (try LoopFilter(filter.description)).description)
                guard [.loops, .loopsOverTime, .age].contains(panel.figure),
                    case .text(let number) = row.cells[1].content
                else { continue }
                #expect(number == Counted.of(count.number), "\(panel.title): \(text)")
                compared += count.number > 0 ? 1 : 0
            }
        }
        #expect(compared > 8)
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
