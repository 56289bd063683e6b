import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Adds images and routes them: uncertain ones to human loops, the others to be accepted.
    ///
    /// With a model in service an image that comes without a prediction waits for the model's; one that
    /// is there without a prediction and that nobody has opened does so too. Without a model in service
    /// it starts a loop at once.
    ///
    /// All of them are stored durably, or none; adding again what is there changes nothing. An image is known
    /// by its path. The same path with other bytes is a problem and stays as it was, since its answers
    /// are about the old bytes. A prediction for an image that has none is taken only while nobody has
    /// opened the image's loop.
    ///
    /// - Returns: one outcome for each image, in order.
    package func add(_ images: [IncomingImage], at time: Timestamp) throws -> [IntakeOutcome] {
        let eventsOffset = try EventLog(path: workspace.eventsPath).end()
        let outcomes = try write(durably: true) { db in
            let flow = try requireFlow(in: db)
            let intake = Intake(
                flow: flow, time: time, eventsOffset: eventsOffset, store: self, db: db)
            return try images.map(intake.add)
        }
        try finishPendingOutputs()
        return outcomes
    }

    @discardableResult package func record(_ problems: [InputProblem]) throws -> [Bool] {
        try write { db in try problems.map { try $0.insert(in: db) } }
    }

    /// Forgets the problems of files that have been put right, and those of their lines, `FILE:LINE`.
    package func forgetProblems(of paths: [String]) throws {
        guard !paths.isEmpty else { return }
        try write { db in
            for path in paths {
                try db.execute(cached: "DELETE FROM problems WHERE path = ?", arguments: [path])
                // A semicolon is what follows the colon in ASCII.
                try db.execute(
                    cached: "DELETE FROM problems WHERE path >= ? AND path < ?",
                    arguments: [path + ":", path + ";"])
            }
        }
    }

    package func forgetProblems(of paths: [String], beginningWith words: String) throws {
        let condition = "path = ? AND substr(reason, 1, length(?)) = ?"
        // Photos that can be shown are many, and those of them with a problem few.
        let found = try read { db in
            try paths.filter { path in
                try Bool.fetchOne(
                    db, cached: "SELECT EXISTS (SELECT 1 FROM problems WHERE \(condition))",
                    arguments: [path, words, words]) == true
            }
        }
        guard !found.isEmpty else { return }
        try write { db in
            for path in found {
                try db.execute(
                    cached: "DELETE FROM problems WHERE \(condition)",
                    arguments: [path, words, words])
            }
        }
    }

    /// Adds a flow definition; workspaces have one.
    package func add(_ flow: FlowDefinition) throws {
        try write(durably: true) { db in try FlowRecord.insert(flow, in: db) }
    }

    /// The workspace's flow definition, or nil before one was added.
    package func flow() throws -> FlowDefinition? {
        try read { db in try FlowRecord.first(in: db)?.flow }
    }

    /// The flow by which what comes is routed.
    func requireFlow(in db: Database) throws -> FlowRecord {
        guard let flow = try FlowRecord.first(in: db) else {
            throw ReviewError.storage(
                path: workspace.storePath, reason: "no flow definition; run 'loopbox init'")
        }
        return flow
    }
}

extension InputProblem {
    /// Stores the problem and returns whether it is new.
    func insert(in db: Database) throws -> Bool {
        try db.execute(
            sql: "INSERT OR IGNORE INTO problems (path, reason, time) VALUES (?, ?, ?)",
            arguments: [path, reason, time.milliseconds])
        return db.changesCount > 0
    }
}
