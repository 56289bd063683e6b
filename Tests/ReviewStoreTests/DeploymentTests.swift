import Annotations
import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct DeploymentTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let eve = Worker(name: "eve")
    private let time = TemporaryWorkspace.time

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    @Test func aRollbackGoesBackThroughWhatWasInService() throws {
        #expect(try store.deployedModel() == nil)
        for name in ["a", "b", "c"] { try store.putInService(name) }
        #expect(try store.deployedModel()?.name == "c")
        #expect(try store.rollBack(by: eve, at: time).model == "b")
        #expect(try store.rollBack(by: eve, at: time).model == "a")
        #expect(throws: ReviewError.self) { try store.rollBack(by: eve, at: time) }
        #expect(try store.deployedModel()?.name == "a")
        _ = try store.deploy("c", by: eve, at: time)
        #expect(try store.rollBack(by: eve, at: time).model == "a")
        #expect(try store.deployments().map(\.model) == ["a", "b", "c", "b", "a", "c", "a"])
        #expect(
            try store.deployments().map(\.kind) == [
                .deploy, .deploy, .deploy, .rollback, .rollback, .deploy, .rollback,
            ])
    }

    @Test func deployingWhatIsInServiceChangesNothing() throws {
        let first = try store.putInService("a")
        #expect(try store.deploy("a", by: eve, at: time) == first)
        #expect(try store.deployments().count == 1)
    }

    @Test func anUnknownVersionIsNamed() throws {
        #expect(throws: ReviewError.unknownModel("x")) {
            try store.deploy("x", by: eve, at: time)
        }
    }

    @Test func aVersionIsKeptOnceAndItsNameStaysItsOwn() throws {
        try store.putInService("a")
        var again = try #require(try store.models().first)
        again.name = "b"
        #expect(try store.add(again).name == "a")
        again.sha256 = "other"
        again.name = "a"
        #expect(throws: ReviewError.self) { try store.add(again) }
        #expect(try store.models().count == 1)
    }

    @Test func whatWasMeasuredIsRemembered() throws {
        try store.putInService("a")
        try store.setEvaluation(0.75, ofModel: "a")
        try store.setTuning("winograd 3", ofModel: "a")
        let model = try #require(try store.deployedModel())
        #expect(model.evaluation == 0.75)
        #expect(model.tuning == "winograd 3")
    }

    @Test(arguments: [
        "UPDATE deployments SET worker = 'x'", "DELETE FROM deployments",
        "UPDATE model_versions SET sha256 = 'x'", "DELETE FROM model_versions",
    ]) func theHistoryIsOnlyAppendedTo(sql: String) throws {
        try store.putInService("a")
        #expect(throws: ReviewError.self) { try store.write { try $0.execute(sql: sql) } }
    }

    @Test func aClaimTakesWhatIsInServiceThen() throws {
        let deployments = [try store.putInService("a").number]
        _ = try store.add((0..<4).map { TemporaryWorkspace.image("\($0)") }, at: time)
        var models: [String] = []
        func predict() throws {
            guard case .job(let job) = try store.claimPrediction() else { return }
            models.append(job.model.name)
            _ = try store.finish(job, [.dog(0.9)], at: time)
        }
        try predict()
        let other = try temporary.store()
        try other.putInService("b")
        try predict()
        _ = try other.rollBack(by: eve, at: time)
        try predict()
        #expect(models == ["a", "b", "a"])
        let stored = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM predictions ORDER BY id")
        }
        #expect(stored.map { $0["model_version"] } == models)
        #expect(stored.map { $0["deployment_id"] } == deployments + [2, 3])
    }
}
