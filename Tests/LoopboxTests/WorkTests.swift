import Annotations
import Foundation
import Glibc
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

@testable import loopbox

/// `loopbox work` and the samples with a real network, in processes of their own.
@Suite(.serialized) struct WorkTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    /// A workspace with two versions of a network that was never trained, the first one in service, and
    /// so many photos.
    private func makeWorkspace(photos: Int) throws -> SQLiteReviewStore {
        for seed in 0..<photos {
            try files.writeImage("images/\(seed).jpg", seed: UInt8(seed % 251))
        }
        #expect(try Program.run("init", workspace).status == 0)
        for (name, seed) in [("one", 1), ("two", 2)] {
            try UntrainedModel.write(to: files.path + "/\(name).tar.gz", seed: UInt64(seed))
            let options = name == "one" ? ["--deploy"] : []
            let imported = try Program.run(
                executable: Program.path,
                arguments: ["-C", workspace, "model", "import", "\(name).tar.gz", "--name", name]
                    + options,
                in: files.path)
            #expect(imported.status == 0, "\(imported.errors)")
        }
        let added = try Program.run("-C", workspace, "add", files.path + "/images")
        #expect(added.output.contains("\(photos) in the queue"))
        return try SQLiteReviewStore(workspace: try #require(Workspace.at(workspace)))
    }

    private func work(_ options: String...) throws -> ChildProgram {
        try ChildProgram([Program.path, "-C", workspace, "work"] + options)
    }

    /// Every image that can be read has one prediction, and is where the flow's conditions send it.
    private func expectRoutedByPrediction(_ store: SQLiteReviewStore, photos: Int) throws {
        let conditions = try #require(try store.flow()).activationConditions
        var routes: [ImageRoute] = []
        try store.forEachRoute { routes.append($0) }
        #expect(routes.count == photos)
        #expect(Set(routes.map(\.path)).count == photos)
        for route in routes {
            let score = route.strongest?.score ?? 0
            #expect(route.isLoop == (score < conditions.scoreThreshold), "\(route)")
        }
        #expect(try store.predictionCounts().reduce(0) { $0 + $1.count } == photos)
        #expect(try store.queueProgress(at: SystemClock.now).depth == 0)
        #expect(try store.integrityProblems() == [])
    }

    @Test func processesShareTheWorkThroughAKillADeploymentAndARollback() throws {
        let store = try makeWorkspace(photos: 60)
        try Data("no image".utf8).write(to: URL(filePath: files.path + "/images/5.jpg"))
        let first = try (0..<2).map { _ in try work("--drain", "--threads", "1") }
        func wait(for count: Int) throws {
            let predicted = { try store.predictionCounts().reduce(0) { $0 + $1.count } }
            while try predicted() < count, first[1].isRunning { usleep(5_000) }
        }
        try wait(for: 10)
        first[0].kill()
        _ = try store.deploy("two", by: Worker(name: "eve"), at: SystemClock.now)
        let third = try work("--drain", "--threads", "1")
        try wait(for: 30)
        _ = try store.rollBack(by: Worker(name: "eve"), at: SystemClock.now)
        #expect(first[1].wait() == .exit(0))
        #expect(third.wait() == .exit(0))
        try expectRoutedByPrediction(store, photos: 59)
        #expect(Set(try store.predictionCounts().map(\.model)) == ["one", "two"])
        #expect(try store.problems(limit: 9).map(\.path) == [files.path + "/images/5.jpg"])
        let status = try Program.run("-C", workspace, "status", "--json").json()
        #expect(status["model"] == .string("one"))
        #expect(status["queue"]?["depth"] == .integer(0))
    }

    @Test func aSignalEndsItBetweenTwoImages() throws {
        let store = try makeWorkspace(photos: 40)
        let process = try work()
        while try store.predictionCounts().isEmpty, process.isRunning { usleep(2_000) }
        process.send(SIGTERM)
        #expect(process.wait() == .exit(0))
        #expect(try store.queueProgress(at: SystemClock.now).atWork == 0)
        #expect(try Program.run("-C", workspace, "work", "--drain").status == 0)
        try expectRoutedByPrediction(store, photos: 40)
    }

    @Test func withoutAModelItSaysHowToGetOne() throws {
        #expect(try Program.run("init", workspace).status == 0)
        let told = try Program.run("-C", workspace, "work")
        #expect(told.status == 1)
        #expect(told.errors.contains("'loopbox model import FILE --deploy'"))
        #expect(told.errorLines.count == 1)
    }
}
