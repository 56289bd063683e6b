import HumanReview
import OrderedJSON

nonisolated extension RosterEntry {
    /// The worker as `loopbox worker` prints one.
    var json: JSONValue {
        .object([
            .init("worker", .string(worker.name)), .init("role", .string(role.rawValue)),
            .init("teams", .array(teams.map(JSONValue.string))),
        ])
    }
}
