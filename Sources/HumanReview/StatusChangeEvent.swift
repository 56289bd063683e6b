package import OrderedJSON

/// The event that tells of a loop's end, in the envelope A2I sends to EventBridge.
package struct StatusChangeEvent: Hashable, Sendable {
    /// A lower-case UUID, fixed when the event is stored: consumers may drop repeats by it.
    package var id: String
    package var time: Timestamp
    /// The loop after the change.
    package var loop: HumanLoop

    /// An event.
    package init(id: String, time: Timestamp, loop: HumanLoop) {
        self.id = id
        self.time = time
        self.loop = loop
    }

    /// The envelope; the time of the change is in whole seconds, the loop's creation in milliseconds.
    package var json: JSONValue {
        EventEnvelope.json(
            id: id, type: "SageMaker A2I HumanLoop Status Change", source: "aws.sagemaker",
            time: time, resource: loop.resourceName, detail: detail)
    }

    private var detail: JSONValue {
        .object([
            .init("creationTime", .string(loop.creationTime.iso8601)),
            .init("failureCode", loop.failureCode.map(JSONValue.string) ?? .null),
            .init("failureReason", loop.failureReason.map(JSONValue.string) ?? .null),
            .init(
                "flowDefinitionArn",
                .string(ResourceName.flowDefinition(loop.flowDefinitionName))),
            .init("humanLoopArn", .string(loop.resourceName)),
            .init("humanLoopName", .string(loop.name)),
            .init("humanLoopOutput", .object([.init("outputS3Uri", .string(loop.outputURI))])),
            .init("humanLoopStatus", .string(loop.status.rawValue)),
        ])
    }
}
