import GRDB
package import HumanReview

extension SQLiteReviewStore {
    package func leadRecords(at time: Timestamp, ageLimit: Int64?) throws -> LeadRecords {
        try read { db in
            let limit = try ageLimit ?? Setting.ageLimit.value(in: db) ?? AgeLimit.usualMilliseconds
            var records = LeadRecords(time: time, ageLimitMilliseconds: limit)
            let tallies = try Tallies(db)
            records.loops = Dictionary(
                uniqueKeysWithValues: HumanLoop.Status.allCases.map { ($0, tallies[$0]) })
            (records.confident, records.queued) = (tallies.confident, tallies.queued)
            records.leases = try leases(in: db)
            let reader = LeadRecordReader(db: db, time: time)
            try reader.readLoops(into: &records)
            try reader.readWorkers(into: &records)
            try reader.readMatches(into: &records)
            try reader.readModels(into: &records)
            return records
        }
    }

    package func setAgeLimit(_ milliseconds: Int64, by lead: Worker) throws {
        try write { db in
            try WorkerPermissions(db: db).require(.changeSettings, of: lead)
            try Setting.ageLimit.set(milliseconds, in: db)
        }
    }

    /// As many as the team is large.
    private func leases(in db: Database) throws -> [LeaseStanding] {
        let census = try LeaseCensus(at: clock.now, in: db)
        return try Row.fetchAll(
            db,
            cached: """
                SELECT holder, loops.name, \(LeaseCensus.isLive("tasks")) AS is_live
                FROM tasks JOIN loops ON loops.id = loop_id WHERE lease_end IS NOT NULL
                """, arguments: census.arguments
        ).map {
            LeaseStanding(
                worker: $0["holder"] ?? "", loop: $0["name"], isLive: $0["is_live"] ?? false)
        }
    }
}
