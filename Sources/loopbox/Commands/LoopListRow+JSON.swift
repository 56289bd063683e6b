import HumanReview
import OrderedJSON

nonisolated extension LoopListRow {
    /// The loop as DescribeHumanLoop has it, and what the list says besides.
    var json: JSONValue {
        guard case .object(var members) = loop.describeHumanLoop else { return .null }
        members += [
            .init(
                "labels",
                .object(labels.map { JSONValue.Member($0.label, .count($0.count)) })),
            .init("workers", .array(workers.map { .string($0.name) })),
            .init("holder", holder.map { .string($0.name) } ?? .null),
            .init("assignee", assignee.map { .string($0.name) } ?? .null),
            .init("model", model.map(JSONValue.string) ?? .null),
            .init("reason", reason.map { .string($0.rawValue) } ?? .null),
            .init("isBulk", .bool(isBulk)),
        ]
        return .object(members)
    }
}
