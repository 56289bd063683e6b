import Foundation
import GRDB
import HumanReview

/// The change of a loop's status, in the order of the changes.
enum EventRecord {
    /// Stores a change and returns its number.
    ///
    /// A number is never given twice, though the last events go when a bulk accept is taken back: who
    /// reads on from a number misses none.
    static func insert(
        loop: Int64, _ status: HumanLoop.Status, at time: Timestamp, in db: Database
    ) throws -> Int64 {
        try db.execute(
            cached: """
                INSERT INTO events (number, id, loop_id, status, time) VALUES (
                    (SELECT count + 1 FROM tallies WHERE name = 'lastEvent'), ?, ?, ?, ?)
                """,
            arguments: [
                UUID().uuidString.lowercased(), loop, status.rawValue, time.milliseconds,
            ])
        return db.lastInsertedRowID
    }
}
