import GRDB
import HumanReview

/// A deployment and the keys it refers to.
struct DeploymentRecord: FetchableRecord {
    let deployment: Deployment
    let modelID: Int64
    /// The deployment that a rollback goes back to.
    let previousID: Int64?

    static let selection = """
        SELECT deployments.*, model_versions.name FROM deployments
        JOIN model_versions ON model_versions.id = deployments.model_id

        """

    init(row: Row) {
        deployment = Deployment(
            number: row["id"], model: row["name"],
            kind: Deployment.Kind(rawValue: row["kind"]) ?? .deploy,
            worker: Worker(name: row["worker"]), time: Timestamp(milliseconds: row["time"]))
        modelID = row["model_id"]
        previousID = row["previous_id"]
    }

    /// What is in service, or nil before the first deployment.
    static func current(in db: Database) throws -> DeploymentRecord? {
        try fetchOne(db, cached: selection + "ORDER BY deployments.id DESC LIMIT 1")
    }

    /// Whether a model is in service.
    static func isAnyCurrent(in db: Database) throws -> Bool {
        try Int.fetchOne(db, cached: "SELECT EXISTS (SELECT 1 FROM deployments)") == 1
    }

    /// The deployment of a key.
    static func find(_ id: Int64, in db: Database) throws -> DeploymentRecord? {
        try fetchOne(db, cached: selection + "WHERE deployments.id = ?", arguments: [id])
    }

    /// Appends an entry and returns it.
    static func append(
        model: Int64, _ kind: Deployment.Kind, previous: Int64?, by worker: Worker,
        at time: Timestamp, in db: Database
    ) throws -> Deployment {
        try db.execute(
            cached: """
                INSERT INTO deployments (model_id, previous_id, kind, worker, time)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [model, previous, kind.rawValue, worker.name, time.milliseconds])
        let id = db.lastInsertedRowID
        return Deployment(
            number: id, model: try ModelRecord.find(model, in: db).model.name, kind: kind,
            worker: worker, time: time)
    }
}
