import GRDB
import HumanReview

/// The workers and teams of a workspace, read and changed inside one transaction.
struct TeamRoster {
    let db: Database

    /// Whether the workspace lists its workers at all.
    var isListing: Bool {
        get throws {
            try Int.fetchOne(db, cached: "SELECT EXISTS (SELECT 1 FROM workers)") == 1
        }
    }

    /// The role of a worker who is listed.
    func listedRole(of worker: Worker) throws -> WorkerRole? {
        try String.fetchOne(
            db, cached: "SELECT role FROM workers WHERE name = ?", arguments: [worker.name]
        ).flatMap(WorkerRole.init(rawValue:))
    }

    /// The role of a worker who is to be changed or put in a team.
    ///
    /// - Throws: ``ReviewError/refused(_:reason:)`` when the worker is not listed.
    func requireListed(_ worker: Worker) throws -> WorkerRole {
        if let role = try listedRole(of: worker) { return role }
        throw ReviewError.refused(
            "worker \(worker.name)",
            reason: "not listed here; 'loopbox worker list' shows those who are, "
                + "'loopbox worker add NAME' adds one")
    }

    /// Refuses to take the last lead's role away: nobody could give it back.
    func requireAnotherLead(than worker: Worker) throws {
        let others = try Int.fetchOne(
            db,
            cached: "SELECT EXISTS (SELECT 1 FROM workers WHERE role = 'lead' AND name <> ?)",
            arguments: [worker.name])
        guard others == 1 else {
            throw ReviewError.refused(
                "worker \(worker.name)",
                reason: "the only lead here, and nobody else could change the team; "
                    + "make another one first with 'loopbox worker set NAME --role lead'")
        }
    }

    /// Stores a worker who is not listed yet.
    func insert(_ worker: Worker, as role: WorkerRole, at time: Timestamp) throws {
        try db.execute(
            cached: "INSERT INTO workers (name, role, creation_time) VALUES (?, ?, ?)",
            arguments: [worker.name, role.rawValue, time.milliseconds])
    }

    /// The key of a team.
    ///
    /// - Throws: ``ReviewError/refused(_:reason:)`` when there is none of this name.
    func team(_ name: String) throws -> Int64 {
        let id = try Int64.fetchOne(
            db, cached: "SELECT id FROM teams WHERE name = ?", arguments: [name])
        if let id { return id }
        throw ReviewError.refused(
            "team \(name)",
            reason: "not in this workspace; 'loopbox team list' shows those that are, "
                + "'loopbox team create NAME' makes one")
    }

    /// The names of those who are in a team.
    func members(ofTeam id: Int64) throws -> [Worker] {
        try String.fetchAll(
            db, cached: "SELECT worker FROM team_members WHERE team_id = ? ORDER BY worker",
            arguments: [id]
        ).map(Worker.init(name:))
    }
}
