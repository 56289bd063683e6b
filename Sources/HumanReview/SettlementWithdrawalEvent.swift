package import OrderedJSON

/// The event that tells that what a lead had settled about a loop holds no more: what was settled or
/// answered before does, and where answers differ the loop is in dispute again.
///
/// A2I has no such event, so that source and detail type are our own.
package struct SettlementWithdrawalEvent: Hashable, Sendable {
    /// A lower-case UUID, fixed when the event is stored.
    package var id: String
    package var time: Timestamp
    package var loopName: String
    package var flowDefinitionName: String
    package var lead: Worker

    /// An event.
    package init(
        id: String, time: Timestamp, loopName: String, flowDefinitionName: String, lead: Worker
    ) {
        self.id = id
        self.time = time
        self.loopName = loopName
        self.flowDefinitionName = flowDefinitionName
        self.lead = lead
    }

    /// The envelope of ``StatusChangeEvent``.
    package var json: JSONValue {
        let loop = ResourceName.humanLoop(loopName)
        return EventEnvelope.json(
            id: id, type: "Loopbox Settlement Withdrawal", source: "loopbox", time: time,
            resource: loop,
            detail: .object([
                .init(
                    "flowDefinitionArn",
                    .string(ResourceName.flowDefinition(flowDefinitionName))),
                .init("humanLoopArn", .string(loop)), .init("humanLoopName", .string(loopName)),
                .init("workerId", .string(lead.identifier)),
            ]))
    }
}
