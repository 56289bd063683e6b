import Annotations
import GRDB
import HumanReview
import OrderedJSON

/// A flow definition and its key.
struct FlowRecord: FetchableRecord {
    let id: Int64
    let flow: FlowDefinition

    init(row: Row) throws {
        id = row["id"]
        flow = FlowDefinition(
            name: row["name"], creationTime: Timestamp(milliseconds: row["creation_time"]),
            taskTitle: row["task_title"], taskDescription: row["task_description"],
            labels: try Self.labels(row["labels"]), template: row["template"],
            activationConditions: ActivationConditions(
                scoreThreshold: row["score_threshold"], displayThreshold: row["display_threshold"]),
            taskCount: row["task_count"])
    }

    /// The flow of a key.
    static func find(_ id: Int64, in db: Database) throws -> FlowRecord? {
        try fetchOne(db, cached: "SELECT * FROM flows WHERE id = ?", arguments: [id])
    }

    /// The oldest flow, which is the only one until commands make others.
    static func first(in db: Database) throws -> FlowRecord? {
        try fetchOne(db, cached: "SELECT * FROM flows ORDER BY id LIMIT 1")
    }

    /// Adds a flow.
    static func insert(_ flow: FlowDefinition, in db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO flows (name, creation_time, task_title, task_description, labels,
                    template, score_threshold, display_threshold, task_count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                flow.name, flow.creationTime.milliseconds, flow.taskTitle, flow.taskDescription,
                JSONWriter().write(.array(flow.labels.names.map(JSONValue.string))), flow.template,
                flow.activationConditions.scoreThreshold,
                flow.activationConditions.displayThreshold, flow.taskCount,
            ])
    }

    private static func labels(_ text: String) throws -> LabelMap {
        guard case .array(let names) = try? JSONParser().parse(text) else {
            throw StoredTextError(what: "a flow's labels", reason: "they are no JSON array")
        }
        return LabelMap(
            names.compactMap { name in
                guard case .string(let name) = name else { return nil }
                return name
            })
    }
}
