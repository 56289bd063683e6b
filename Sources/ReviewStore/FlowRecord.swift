import Annotations
import GRDB
import HumanReview

/// A flow definition and its key.
struct FlowRecord: FetchableRecord {
    let id: Int64
    let flow: FlowDefinition

    init(row: Row) throws {
        id = row["id"]
        flow = FlowDefinition(
            name: row["name"], creationTime: Timestamp(milliseconds: row["creation_time"]),
            taskTitle: row["task_title"], taskDescription: row["task_description"],
            labels: try LabelText.labels(of: row["labels"]), template: row["template"],
            activationConditions: ActivationConditions(
                scoreThreshold: row["score_threshold"], displayThreshold: row["display_threshold"],
                reviewLabels: Set(try LabelText.labels(of: row["review_labels"]).names),
                audit: AuditSample(share: row["audit_share"], seed: row["audit_seed"])),
            taskCount: row["task_count"], team: row["team"])
    }

    private static let selection = """
        SELECT flows.*, teams.name AS team FROM flows LEFT JOIN teams ON teams.id = flows.team_id

        """

    /// The flow of a key.
    static func find(_ id: Int64, in db: Database) throws -> FlowRecord? {
        try fetchOne(db, cached: selection + "WHERE flows.id = ?", arguments: [id])
    }

    /// The oldest flow, which is the only one until commands make others.
    static func first(in db: Database) throws -> FlowRecord? {
        try fetchOne(db, cached: selection + "ORDER BY flows.id LIMIT 1")
    }

    /// Adds a flow, whose team must be there.
    static func insert(_ flow: FlowDefinition, in db: Database) throws {
        let conditions = flow.activationConditions
        try db.execute(
            cached: """
                INSERT INTO flows (name, creation_time, task_title, task_description, labels,
                    template, score_threshold, display_threshold, review_labels, audit_share,
                    audit_seed, task_count, team_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                flow.name, flow.creationTime.milliseconds, flow.taskTitle, flow.taskDescription,
                LabelText.text(of: flow.labels.names), flow.template, conditions.scoreThreshold,
                conditions.displayThreshold, LabelText.text(of: conditions.reviewLabels.sorted()),
                conditions.audit.share, conditions.audit.seed, flow.taskCount,
                try flow.team.map(TeamRoster(db: db).team),
            ])
    }
}
