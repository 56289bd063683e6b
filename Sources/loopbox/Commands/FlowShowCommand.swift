import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox flow show`: the flow definition in a few lines.
struct FlowShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the flow definition.")

    @ParentCommand var flow: FlowCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: flow.mergedOptions))
        Self.show(open.flow, asJSON: isJSON)
    }

    /// Prints a flow.
    static func show(_ flow: FlowDefinition, asJSON isJSON: Bool) {
        guard !isJSON else {
            return Console.writeJSON(json(of: flow))
        }
        let conditions = flow.activationConditions
        Console.write("flow        \(flow.name)")
        Console.write("answers     \(flow.taskCount) for each loop")
        Console.write("team        \(flow.team ?? "none: everybody who may answer")")
        Console.write("reviewed    below \(conditions.scoreThreshold)")
        Console.write("shown       from \(conditions.displayThreshold)")
        Console.write("classes     \(flow.labels.names.joined(separator: ", "))")
    }

    /// The members that DescribeFlowDefinition has too carry its names (contract §3).
    private static func json(of flow: FlowDefinition) -> JSONValue {
        .object([
            .init("FlowDefinitionArn", .string(flow.resourceName)),
            .init("FlowDefinitionName", .string(flow.name)),
            .init("TaskTitle", .string(flow.taskTitle)),
            .init("TaskDescription", .string(flow.taskDescription)),
            .init("TaskCount", .count(flow.taskCount)),
            .init("team", flow.team.map(JSONValue.string) ?? .null),
            .init("scoreThreshold", .number(flow.activationConditions.scoreThreshold)),
            .init("displayThreshold", .number(flow.activationConditions.displayThreshold)),
            .init("labels", .array(flow.labels.names.map(JSONValue.string))),
        ])
    }
}
