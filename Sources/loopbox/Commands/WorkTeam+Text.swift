import HumanReview
import OrderedJSON

nonisolated extension WorkTeam {
    /// The team as `loopbox team` prints one.
    var json: JSONValue {
        .object([
            .init("team", .string(name)),
            .init("members", .array(members.map { .string($0.name) })),
            .init("flows", .array(flows.map(JSONValue.string))),
        ])
    }

    /// The members' names, parted by commas.
    var memberText: String {
        members.isEmpty ? "no members yet" : members.map(\.name).joined(separator: ", ")
    }
}
