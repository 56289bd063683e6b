import GRDB
import HumanReview

/// How a worker's next tasks are found.
///
/// The walk goes along the index of open tasks, most uncertain first and then oldest, stepping over
/// what the worker has left. Nothing is sorted and nothing counted, so the length of the queue
/// does not matter.
struct QueueWalk {
    let worker: Worker

    /// The most wanted tasks that may be taken.
    ///
    /// - Parameters:
    ///   - limit: how many.
    ///   - excluded: loops taken only when there is nothing else.
    ///   - db: the database.
    /// - Returns: at most `limit` tasks, the next one first.
    /// - Throws: `DatabaseError`.
    func tasks(limit: Int, excluding excluded: Set<String>, in db: Database) throws -> [Found] {
        let loops = try Self.ids(of: excluded, in: db)
        let barred = try FlowAccess(worker: worker, db: db).barredFlows
        var found: [Found] = []
        let sources = [Self.assigned, Self.waiting, Self.postponed, Self.excluded]
        for source in sources where found.count < limit {
            found += try Found.fetchAll(
                db, cached: source,
                arguments: [
                    "worker": worker.name, "excluded": loops, "limit": limit - found.count,
                    "barred": barred,
                ])
        }
        return found
    }

    /// A task that may be taken.
    struct Found: FetchableRecord {
        let taskID: Int64
        let loopID: Int64

        init(row: Row) {
            taskID = row["id"]
            loopID = row["loop_id"]
        }
    }

    /// Loops that are for this worker alone and not put behind the others: what a lead gives somebody
    /// comes first.
    static let assigned = untouched("tasks.asked = :worker")

    /// Loops that are for everybody and not put behind the others, in the order of the index
    /// `tasks_in_queue`.
    static let waiting = untouched("tasks.asked IS NULL")

    private static func untouched(_ audience: String) -> String {
        """
        SELECT tasks.id, tasks.loop_id FROM tasks
        WHERE \(isFree) AND \(audience) AND \(isMine)
            AND NOT EXISTS (
                SELECT 1 FROM participation
                WHERE worker = :worker AND participation.loop_id = tasks.loop_id
                    AND standing IN ('postpone', 'decline', 'answer'))
            AND tasks.loop_id NOT IN (SELECT value FROM json_each(:excluded))
        ORDER BY tasks.score, tasks.creation_time, tasks.id
        LIMIT :limit
        """
    }

    /// Loops this worker has postponed, the one put off first coming first.
    static let postponed = """
        SELECT tasks.id, tasks.loop_id FROM participation
        JOIN tasks ON tasks.loop_id = participation.loop_id
        WHERE participation.worker = :worker AND participation.standing = 'postpone'
            AND participation.is_open AND \(isFree) AND \(isForMe) AND \(isMine)
            AND tasks.loop_id NOT IN (SELECT value FROM json_each(:excluded))
        ORDER BY participation.turn
        LIMIT :limit
        """

    /// The loops to be taken last.
    static let excluded = """
        SELECT tasks.id, tasks.loop_id FROM json_each(:excluded)
        JOIN tasks ON tasks.loop_id = json_each.value
        LEFT JOIN participation
            ON participation.worker = :worker AND participation.loop_id = tasks.loop_id
        WHERE \(isFree) AND \(isForMe) AND \(isMine)
            AND COALESCE(participation.standing, '') NOT IN ('decline', 'answer')
        ORDER BY COALESCE(participation.standing, '') = 'postpone', tasks.score,
            tasks.creation_time, tasks.id
        LIMIT :limit
        """

    private static let isFree = "tasks.is_open AND tasks.lease_end IS NULL"

    private static let isForMe = "(tasks.asked IS NULL OR tasks.asked = :worker)"

    /// The task is this worker's by team, and no other task of the loop is held by them, who are to answer
    /// it once.
    private static let isMine = """
        (:barred = '[]'
            OR (SELECT flow_id FROM loops WHERE loops.id = tasks.loop_id)
                NOT IN (SELECT value FROM json_each(:barred)))
        AND NOT EXISTS (
            SELECT 1 FROM tasks AS other
            WHERE other.loop_id = tasks.loop_id AND other.id <> tasks.id
                AND other.holder = :worker AND other.lease_end IS NOT NULL)
        """

    private static func ids(of names: Set<String>, in db: Database) throws -> String {
        let ids = try names.compactMap { name in
            try Int64.fetchOne(db, cached: "SELECT id FROM loops WHERE name = ?", arguments: [name])
        }
        return "[" + ids.map(String.init).joined(separator: ",") + "]"
    }
}
