package import OrderedJSON

/// The event that takes back what a status change told of: the loop is no more, and its output neither.
///
/// A2I has no such event, so that source and detail type are our own.
package struct WithdrawalEvent: Hashable, Sendable {
    /// A lower-case UUID, fixed when the event is stored.
    package var id: String
    package var time: Timestamp
    package var loopName: String
    package var flowDefinitionName: String
    /// Where the output object was, as a URI.
    package var outputURI: String
    package var worker: Worker

    /// An event.
    package init(
        id: String, time: Timestamp, loopName: String, flowDefinitionName: String,
        outputURI: String, worker: Worker
    ) {
        self.id = id
        self.time = time
        self.loopName = loopName
        self.flowDefinitionName = flowDefinitionName
        self.outputURI = outputURI
        self.worker = worker
    }

    /// The envelope of ``StatusChangeEvent``.
    package var json: JSONValue {
        let loop = ResourceName.humanLoop(loopName)
        return EventEnvelope.json(
            id: id, type: "Loopbox HumanLoop Withdrawal", source: "loopbox", time: time,
            resource: loop,
            detail: .object([
                .init(
                    "flowDefinitionArn",
                    .string(ResourceName.flowDefinition(flowDefinitionName))),
                .init("humanLoopArn", .string(loop)), .init("humanLoopName", .string(loopName)),
                .init(
                    "humanLoopOutput", .object([.init("outputS3Uri", .string(outputURI))])),
                .init("reason", .string("BulkAcceptUndone")),
                .init("workerId", .string(worker.identifier)),
            ]))
    }
}
