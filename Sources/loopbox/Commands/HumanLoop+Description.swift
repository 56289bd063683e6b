import Annotations
import HumanReview
import OrderedJSON

nonisolated extension HumanLoop {
    /// The loop with the member names of DescribeHumanLoop (contract §1.2), and its image and score.
    var describeHumanLoop: JSONValue {
        var members: [JSONValue.Member] = [
            .init("CreationTime", .string(creationTime.iso8601))
        ]
        if let failureCode { members.append(.init("FailureCode", .string(failureCode))) }
        if let failureReason { members.append(.init("FailureReason", .string(failureReason))) }
        members += [
            .init("FlowDefinitionArn", .string(ResourceName.flowDefinition(flowDefinitionName))),
            .init("HumanLoopArn", .string(resourceName)), .init("HumanLoopName", .string(name)),
            .init("HumanLoopOutput", .object([.init("OutputS3Uri", .string(outputURI))])),
            .init("HumanLoopStatus", .string(status.rawValue)),
            .init("image", .string(image.path)),
            .init("score", score.map(JSONValue.number) ?? .null),
        ]
        return .object(members)
    }
}
