import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Adds a model version whose artifact is in its place.
    ///
    /// - Returns: the version as it is kept: the one that is there already when its bytes are the same.
    /// - Throws: ``ReviewError/storage(path:reason:)`` when the name belongs to other bytes.
    package func add(_ model: ModelVersion) throws -> ModelVersion {
        try write(durably: true) { db in
            if let present = try Self.model(ofDigest: model.sha256, in: db) { return present }
            let isTaken = try ModelRecord.fetchOne(
                db, cached: "SELECT * FROM model_versions WHERE name = ?", arguments: [model.name])
            guard isTaken == nil else {
                throw ReviewError.storage(
                    path: "model \(model.name)", reason: "the name is taken; give another --name")
            }
            try ModelRecord.insert(model, in: db)
            return model
        }
    }

    /// All versions, oldest first.
    package func models() throws -> [ModelVersion] {
        try read { db in
            try ModelRecord.fetchAll(db, cached: "SELECT * FROM model_versions ORDER BY id")
                .map(\.model)
        }
    }

    /// The version whose artifact has these bytes, or nil.
    package func model(ofDigest sha256: String) throws -> ModelVersion? {
        try read { db in try Self.model(ofDigest: sha256, in: db) }
    }

    /// The version in service, or nil before the first deployment.
    package func deployedModel() throws -> ModelVersion? {
        try read { db in
            try DeploymentRecord.current(in: db).map {
                try ModelRecord.find($0.modelID, in: db).model
            }
        }
    }

    /// What was in service, oldest first.
    package func deployments() throws -> [Deployment] {
        try read { db in
            try DeploymentRecord.fetchAll(
                db, cached: DeploymentRecord.selection + "ORDER BY deployments.id"
            ).map(\.deployment)
        }
    }

    /// Puts a version into service: every process that predicts takes it with its next image.
    ///
    /// - Returns: the new entry, or the present one when the version is in service already.
    /// - Throws: ``ReviewError/unknownModel(_:)``.
    package func deploy(_ name: String, by worker: Worker, at time: Timestamp) throws -> Deployment
    {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.deploy, of: worker)
            let model = try ModelRecord.named(name, in: db)
            let current = try DeploymentRecord.current(in: db)
            if let current, current.modelID == model.id { return current.deployment }
            return try DeploymentRecord.append(
                model: model.id, .deploy, previous: current?.deployment.number, by: worker,
                at: time,
                in: db)
        }
    }

    /// Puts the version into service that was so before the present one; again, the one before that.
    ///
    /// - Throws: ``ReviewError/storage(path:reason:)`` when there was none before.
    package func rollBack(by worker: Worker, at time: Timestamp) throws -> Deployment {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.deploy, of: worker)
            let current = try DeploymentRecord.current(in: db)
            guard
                let previous = try current?.previousID.flatMap({ id in
                    try DeploymentRecord.find(id, in: db)
                })
            else {
                throw ReviewError.storage(
                    path: workspace.path,
                    reason: "this model is the first that was in service; 'loopbox model deploy "
                        + "NAME' takes one of those that 'loopbox model list' shows")
            }
            return try DeploymentRecord.append(
                model: previous.modelID, .rollback, previous: previous.previousID, by: worker,
                at: time, in: db)
        }
    }

    /// Remembers how well a version did on an evaluation set, as a mean average precision.
    package func setEvaluation(_ value: Double, ofModel name: String) throws {
        try write { db in
            try db.execute(
                cached: "UPDATE model_versions SET evaluation = ? WHERE name = ?",
                arguments: [value, name])
        }
    }

    /// Remembers what the engine measured about running a version on this machine.
    package func setTuning(_ text: String, ofModel name: String) throws {
        try write { db in
            try db.execute(
                cached: "UPDATE model_versions SET tuning = ? WHERE name = ?",
                arguments: [text, name])
        }
    }

    private static func model(ofDigest sha256: String, in db: Database) throws -> ModelVersion? {
        try ModelRecord.fetchOne(
            db, cached: "SELECT * FROM model_versions WHERE sha256 = ?", arguments: [sha256])?.model
    }
}
