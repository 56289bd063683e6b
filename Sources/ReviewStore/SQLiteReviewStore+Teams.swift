import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// The work teams by name.
    package func teams() throws -> [WorkTeam] {
        try read { db in
            try Row.fetchAll(db, cached: "SELECT id, name FROM teams ORDER BY name").map { row in
                WorkTeam(
                    name: row["name"], members: try TeamRoster(db: db).members(ofTeam: row["id"]),
                    flows: try String.fetchAll(
                        db, cached: "SELECT name FROM flows WHERE team_id = ? ORDER BY name",
                        arguments: [row["id"] as Int64]))
            }
        }
    }

    /// Makes a team of nobody.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)``, or ``ReviewError/refused(_:reason:)``
    ///   when there is one of this name.
    package func createTeam(_ name: String, by lead: Worker, at time: Timestamp) throws {
        try change(by: lead) { db in
            try db.execute(
                cached: "INSERT OR IGNORE INTO teams (name, creation_time) VALUES (?, ?)",
                arguments: [name, time.milliseconds])
            guard db.changesCount == 1 else {
                throw ReviewError.refused(
                    "team \(name)",
                    reason:
                        "there is one of this name; 'loopbox team add \(name) WORKER' adds to it"
                )
            }
        }
    }

    /// Removes a team that no flow names; its members stay listed.
    package func deleteTeam(_ name: String, by lead: Worker) throws {
        try change(by: lead) { db in
            let team = try TeamRoster(db: db).team(name)
            let flow = try String.fetchOne(
                db, cached: "SELECT name FROM flows WHERE team_id = ?", arguments: [team])
            if let flow {
                throw ReviewError.refused(
                    "team \(name)",
                    reason: "its members answer the loops of flow \(flow); "
                        + "'loopbox flow set --any-team' or '--team OTHER' changes that first")
            }
            try db.execute(
                cached: "DELETE FROM team_members WHERE team_id = ?", arguments: [team])
            try db.execute(cached: "DELETE FROM teams WHERE id = ?", arguments: [team])
        }
    }

    /// Puts workers in a team; those in it already stay.
    ///
    /// - Throws: ``ReviewError/refused(_:reason:)`` when one of them is not listed: nobody is added then.
    package func add(_ workers: [Worker], toTeam name: String, by lead: Worker) throws {
        try change(by: lead) { db in
            let roster = TeamRoster(db: db)
            let team = try roster.team(name)
            for worker in workers {
                _ = try roster.requireListed(worker)
                try db.execute(
                    cached: "INSERT OR IGNORE INTO team_members VALUES (?, ?)",
                    arguments: [team, worker.name])
            }
        }
    }

    /// Takes workers out of a team; they stay listed.
    ///
    /// - Throws: ``ReviewError/refused(_:reason:)`` when one of them is not in it: nobody is removed
    ///   then.
    package func remove(_ workers: [Worker], fromTeam name: String, by lead: Worker) throws {
        try change(by: lead) { db in
            let team = try TeamRoster(db: db).team(name)
            for worker in workers {
                try db.execute(
                    cached: "DELETE FROM team_members WHERE team_id = ? AND worker = ?",
                    arguments: [team, worker.name])
                guard db.changesCount == 1 else {
                    throw ReviewError.refused(
                        "worker \(worker.name)",
                        reason: "not in the team \(name); 'loopbox team list' shows who is")
                }
            }
        }
    }

    /// Changes how many people answer each loop that is started from now on.
    package func setTaskCount(_ count: Int, ofFlow name: String, by lead: Worker) throws {
        try change(by: lead) { db in
            try db.execute(
                cached: "UPDATE flows SET task_count = ? WHERE name = ?",
                arguments: [count, name])
        }
    }

    /// Changes whose members are given a flow's loops; nil for everybody who may answer.
    ///
    /// - Throws: ``ReviewError/refused(_:reason:)`` when there is no such team.
    package func setTeam(_ team: String?, ofFlow name: String, by lead: Worker) throws {
        try change(by: lead) { db in
            let id = try team.map(TeamRoster(db: db).team)
            try db.execute(
                cached: "UPDATE flows SET team_id = ? WHERE name = ?", arguments: [id, name])
        }
    }

    private func change(by lead: Worker, _ body: (Database) throws -> Void) throws {
        try write(durably: true) { db in
            try WorkerPermissions(db: db).require(.manageTeams, of: lead)
            try body(db)
        }
    }
}
