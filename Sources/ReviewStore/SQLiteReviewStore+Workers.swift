import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// The workers of the workspace by name; none when everybody may do everything.
    package func workers() throws -> [RosterEntry] {
        try read { db in
            try Row.fetchAll(db, cached: "SELECT name, role FROM workers ORDER BY name").map {
                row in
                let name: String = row["name"]
                return RosterEntry(
                    worker: Worker(name: name),
                    role: WorkerRole(rawValue: row["role"]) ?? .reviewer,
                    teams: try String.fetchAll(
                        db,
                        cached: """
                            SELECT teams.name FROM team_members
                            JOIN teams ON teams.id = team_id WHERE worker = ? ORDER BY 1
                            """, arguments: [name]))
            }
        }
    }

    /// Whether the workspace lists its workers; where it does not, everybody may do everything.
    package func isListingWorkers() throws -> Bool {
        try read { db in try TeamRoster(db: db).isListing }
    }

    package func refusals(of worker: Worker) throws -> [Permission: ReviewError] {
        try read { db in
            let permissions = WorkerPermissions(db: db)
            return try Permission.allCases.reduce(into: [:]) { refusals, permission in
                do {
                    try permissions.require(permission, of: worker)
                } catch let error as ReviewError {
                    refusals[permission] = error
                }
            }
        }
    }

    /// Lists a worker.
    ///
    /// With the first one the workspace begins to list its workers: whoever adds it becomes a lead, so
    /// that nobody is locked out.
    ///
    /// - Returns: those who are listed now and were not before.
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)``, or ``ReviewError/refused(_:reason:)``
    ///   for one who is listed already.
    package func add(_ worker: Worker, as role: WorkerRole, by lead: Worker, at time: Timestamp)
        throws -> [RosterEntry]
    {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.manageTeams, of: lead)
            let roster = TeamRoster(db: db)
            if let present = try roster.listedRole(of: worker) {
                throw ReviewError.refused(
                    "worker \(worker.name)",
                    reason: "listed already, as \(present.rawValue); "
                        + "'loopbox worker set \(worker.name) --role \(role.rawValue)' changes it")
            }
            var added = [RosterEntry(worker: worker, role: role)]
            if try !roster.isListing {
                added.removeAll { $0.worker == lead }
                added.append(RosterEntry(worker: lead, role: .lead))
            }
            for entry in added { try roster.insert(entry.worker, as: entry.role, at: time) }
            return added
        }
    }

    /// Gives a worker another role.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)``, or ``ReviewError/refused(_:reason:)``
    ///   for one who is not listed or is the only lead.
    package func setRole(_ role: WorkerRole, of worker: Worker, by lead: Worker) throws {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.manageTeams, of: lead)
            let roster = TeamRoster(db: db)
            let present = try roster.requireListed(worker)
            if present == .lead, role != .lead { try roster.requireAnotherLead(than: worker) }
            try db.execute(
                cached: "UPDATE workers SET role = ? WHERE name = ?",
                arguments: [role.rawValue, worker.name])
        }
    }

    /// Takes a worker off the list and out of the teams; the tasks they hold go back to the queue, and
    /// their drafts and answers stay.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)``, or ``ReviewError/refused(_:reason:)``
    ///   for one who is not listed or is the only lead.
    package func remove(_ worker: Worker, by lead: Worker) throws {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.manageTeams, of: lead)
            let roster = TeamRoster(db: db)
            if try roster.requireListed(worker) == .lead {
                try roster.requireAnotherLead(than: worker)
            }
            for statement in [
                "DELETE FROM team_members WHERE worker = ?", "DELETE FROM workers WHERE name = ?",
                """
                UPDATE tasks SET token = NULL, lease_end = NULL
                WHERE lease_end IS NOT NULL AND holder = ?
                """,
                // What nobody else would be given goes to anyone.
                "UPDATE tasks SET asked = NULL WHERE is_open AND asked = ?",
            ] {
                try db.execute(cached: statement, arguments: [worker.name])
            }
        }
    }
}
