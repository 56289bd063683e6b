import Foundation
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

/// Many processes that predict the images of one store.
@Suite(.serialized) struct ManyQueuesTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    private let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
        try store.putInService("v1")
    }

    private func add(_ count: Int) throws {
        let images = (0..<count).map { TemporaryWorkspace.image("\($0)") }
        #expect(try store.add(images, at: time) == Array(repeating: .queued, count: count))
    }

    /// Each image has one prediction, and is where that sends it.
    private func expectAllPredictedOnce(_ count: Int) throws {
        let rows = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT images.path,
                        (SELECT COUNT(*) FROM predictions WHERE image_id = images.id) AS predictions,
                        (SELECT COUNT(*) FROM loops WHERE image_id = images.id) AS loops,
                        (SELECT COUNT(*) FROM confident_images
                            WHERE image_id = images.id) AS confident
                    FROM images
                    """)
        }
        #expect(rows.count == count)
        #expect(rows.allSatisfy { $0["predictions"] == 1 })
        #expect(
            rows.allSatisfy { row in
                let isSure = (row["path"] as String).utf8.count.isMultiple(of: 2)
                return row["loops"] == (isSure ? 0 : 1) && row["confident"] == (isSure ? 1 : 0)
            })
        #expect(try store.queueProgress(at: time).depth == 0)
        #expect(try store.predictionCounts().reduce(0) { $0 + $1.count } == count)
        #expect(try store.integrityProblems() == [])
    }

    @Test func processesShareTheImagesAndTakeEachOnce() throws {
        try add(600)
        let workers = try (0..<6).map {
            try WorkerProcess("predict", temporary.workspace, as: "\($0)")
        }
        let claimed = workers.map { $0.lines() }
        #expect(claimed.joined().count == 600)
        #expect(Set(claimed.joined()).count == 600)
        #expect(claimed.allSatisfy { !$0.isEmpty })
        try expectAllPredictedOnce(600)
    }

    @Test func killedProcessesLoseNoImageAndRepeatNone() throws {
        try add(300)
        var generator = SeededGenerator(seed: 11)
        var killed = 0
        while try store.queueProgress(at: time).depth > 0 {
            let workers = try (0..<3).map {
                try WorkerProcess("predict", temporary.workspace, as: "\($0)")
            }
            for worker in workers { _ = worker.line() }
            usleep(UInt32.random(in: 0...60_000, using: &generator))
            for worker in workers { worker.kill() }
            killed += workers.count
            try #require(killed < 600)
        }
        #expect(killed > 3)
        try expectAllPredictedOnce(300)
    }

    @Test func aDrainingProcessTakesWhatADeadOneHad() throws {
        try add(1)
        let dead = try WorkerProcess("predict", temporary.workspace, as: "dead")
        _ = dead.line()
        dead.kill()
        let other = try WorkerProcess("predict", temporary.workspace, as: "other")
        #expect(other.lines().count <= 1)
        try expectAllPredictedOnce(1)
    }

    @Test func deploymentsComeBetweenTwoImagesOfEveryProcess() throws {
        try add(400)
        try store.putInService("v2")
        _ = try store.rollBack(by: Worker(name: "eve"), at: time)
        let workers = try (0..<3).map {
            try WorkerProcess("predict", temporary.workspace, as: "\($0)")
        }
        let deployments = ["v2", "v1", "v2", "v1"]
        for name in deployments {
            usleep(30_000)
            if name == "v1" {
                _ = try store.rollBack(by: Worker(name: "eve"), at: time)
            } else {
                _ = try store.deploy(name, by: Worker(name: "eve"), at: time)
            }
        }
        let numbers = workers.map { worker in
            worker.lines().map { line in Int(line.split(separator: " ")[1]) ?? 0 }
        }
        // No process ever goes back to a deployment it has left.
        for claimed in numbers { #expect(claimed == claimed.sorted()) }
        try expectAllPredictedOnce(400)
        let mismatches = try store.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT COUNT(*) FROM predictions
                    JOIN deployments ON deployments.id = predictions.deployment_id
                    JOIN model_versions ON model_versions.id = deployments.model_id
                    WHERE model_versions.name <> predictions.model_version
                    """)
        }
        #expect(mismatches == 0)
        #expect(Set(numbers.joined()).count > 1)
    }
}
