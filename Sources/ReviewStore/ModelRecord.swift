import Annotations
import GRDB
import HumanReview

/// A model version and its key.
struct ModelRecord: FetchableRecord {
    let id: Int64
    let model: ModelVersion

    init(row: Row) throws {
        id = row["id"]
        model = ModelVersion(
            name: row["name"], sha256: row["sha256"], path: row["path"],
            creationTime: Timestamp(milliseconds: row["creation_time"]),
            baseNetwork: row["base_network"], labels: try LabelText.labels(of: row["labels"]),
            evaluation: row["evaluation"], parent: row["parent"], tuning: row["tuning"])
    }

    /// The version of a key, which is there because another row refers to it.
    static func find(_ id: Int64, in db: Database) throws -> ModelRecord {
        let record = try fetchOne(
            db, cached: "SELECT * FROM model_versions WHERE id = ?", arguments: [id])
        guard let record else { throw ReviewError.unknownModel("number \(id)") }
        return record
    }

    /// The version of a name.
    ///
    /// - Throws: ``ReviewError/unknownModel(_:)``.
    static func named(_ name: String, in db: Database) throws -> ModelRecord {
        let record = try fetchOne(
            db, cached: "SELECT * FROM model_versions WHERE name = ?", arguments: [name])
        guard let record else { throw ReviewError.unknownModel(name) }
        return record
    }

    /// Adds a version.
    static func insert(_ model: ModelVersion, in db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO model_versions (name, sha256, path, creation_time, base_network, labels,
                    evaluation, parent, tuning)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                model.name, model.sha256, model.path, model.creationTime.milliseconds,
                model.baseNetwork, LabelText.text(of: model.labels.names), model.evaluation,
                model.parent, model.tuning,
            ])
    }
}
