import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Where a watcher goes on: where one of its name came to, or from now on.
    ///
    /// - Parameters:
    ///   - name: what tells watchers apart.
    ///   - late: the creation time before which a loop is late now.
    /// - Returns: the position.
    /// - Throws: ``ReviewError``.
    package func watchPosition(of name: String, late: Timestamp) throws -> WatchPosition {
        try read { db in
            let row = try Row.fetchOne(
                db, cached: "SELECT * FROM watchers WHERE name = ?", arguments: [name])
            guard let row else { return try Self.lastPosition(late: late, in: db) }
            return WatchPosition(
                event: row["event"], withdrawal: row["withdrawal"],
                settlementWithdrawal: row["settlement_withdrawal"],
                late: Timestamp(milliseconds: row["late"]))
        }
    }

    private static func lastPosition(late: Timestamp, in db: Database) throws -> WatchPosition {
        func number(_ sql: String) throws -> Int64 { try Int64.fetchOne(db, cached: sql) ?? 0 }
        return WatchPosition(
            event: try number("SELECT count FROM tallies WHERE name = 'lastEvent'"),
            withdrawal: try number("SELECT MAX(number) FROM withdrawals"),
            settlementWithdrawal: try number("SELECT MAX(number) FROM settlement_withdrawals"),
            late: late)
    }

    /// Keeps how far a watcher has come.
    package func setWatchPosition(_ position: WatchPosition, of name: String) throws {
        try write { db in
            try db.execute(
                cached: """
                    INSERT INTO watchers (name, event, withdrawal, settlement_withdrawal, late)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT (name)
                    DO UPDATE SET event = excluded.event, withdrawal = excluded.withdrawal,
                        settlement_withdrawal = excluded.settlement_withdrawal,
                        late = excluded.late
                    """,
                arguments: [
                    name, position.event, position.withdrawal, position.settlementWithdrawal,
                    position.late.milliseconds,
                ])
        }
    }

    /// What happened after a position, in the order in which it did.
    ///
    /// What is read is as it is at one moment, so that nothing comes between that happened earlier.
    ///
    /// - Returns: at most `limit` notices, each with the position after it; fewer when there are no more.
    /// - Throws: ``ReviewError``.
    package func notices(
        after position: WatchPosition, limit: Int
    ) throws -> [(notice: StatusNotice, position: WatchPosition)] {
        let streams = try read { db in
            [
                try statusChanges(after: position.event, limit: limit, in: db),
                try withdrawals(after: position.withdrawal, limit: limit, in: db),
                try settlementWithdrawals(
                    after: position.settlementWithdrawal, limit: limit, in: db),
            ]
        }
        return NumberedNotice.merged(streams, after: position, limit: limit)
    }

    private func statusChanges(
        after number: Int64, limit: Int, in db: Database
    ) throws -> [NumberedNotice] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT number, id, loop_id, status, time FROM events WHERE number > ?
                ORDER BY number LIMIT ?
                """, arguments: [number, max(0, limit)]
        ).map { row in
            var loop = try LoopRecord.find(row["loop_id"], in: db).loop(in: workspace)
            // The loop may have changed again since.
            loop.status = HumanLoop.Status(rawValue: row["status"]) ?? loop.status
            let event = StatusChangeEvent(
                id: row["id"], time: Timestamp(milliseconds: row["time"]), loop: loop)
            return NumberedNotice(number: row["number"], place: \.event, notice: .ended(event))
        }
    }

    /// The loops that were taken back after one of a number.
    ///
    /// Taking back removes the change of status: of what was accepted and taken back before anybody was
    /// told, this is all there is to tell.
    private func withdrawals(
        after number: Int64, limit: Int, in db: Database
    ) throws -> [NumberedNotice] {
        try WithdrawalRecord.all(after: number, limit: max(0, limit), in: db).map {
            NumberedNotice(
                number: $0.number, place: \.withdrawal,
                notice: .withdrawn($0.event(in: workspace)))
        }
    }

    private func settlementWithdrawals(
        after number: Int64, limit: Int, in db: Database
    ) throws -> [NumberedNotice] {
        try SettlementWithdrawalRecord.all(after: number, limit: max(0, limit), in: db).map {
            NumberedNotice(
                number: $0.number, place: \.settlementWithdrawal,
                notice: .settlementWithdrawn($0.event))
        }
    }

    /// Loops in progress that were created from one time on and before another, oldest first.
    ///
    /// - Returns: `limit` loops and those of the last one's millisecond, so that a reader may go on after
    ///   it; fewer when there are no more.
    package func waitingLoops(
        createdFrom start: Timestamp, before end: Timestamp, limit: Int
    ) throws -> [(name: String, creationTime: Timestamp)] {
        try read { db in
            try Row.fetchAll(
                db,
                cached: """
                    SELECT name, creation_time FROM loops INDEXED BY loops_waiting
                    WHERE status = 'InProgress' AND creation_time >= :start
                        AND creation_time < :end AND creation_time <= COALESCE((
                            SELECT creation_time FROM loops INDEXED BY loops_waiting
                            WHERE status = 'InProgress' AND creation_time >= :start
                                AND creation_time < :end
                            ORDER BY creation_time LIMIT 1 OFFSET :skipped), :end)
                    ORDER BY creation_time
                    """,
                arguments: [
                    "start": start.milliseconds, "end": end.milliseconds,
                    "skipped": max(0, limit - 1),
                ]
            ).map { ($0["name"], Timestamp(milliseconds: $0["creation_time"])) }
        }
    }
}
