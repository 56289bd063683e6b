package import OrderedJSON

/// Something a lead asked to be told of.
package enum StatusNotice: Hashable, Sendable {
    /// A loop ended.
    case ended(StatusChangeEvent)
    /// A loop that was accepted in bulk was taken back.
    case withdrawn(WithdrawalEvent)
    /// What a lead had settled was taken back.
    case settlementWithdrawn(SettlementWithdrawalEvent)
    /// A loop in progress became older than the limit, in milliseconds.
    case late(loop: String, created: Timestamp, limit: Int64, at: Timestamp)
    /// No loop is in progress any more.
    case queueEmpty(at: Timestamp)

    /// When it happened.
    package var time: Timestamp {
        switch self {
        case .ended(let event): event.time
        case .withdrawn(let event): event.time
        case .settlementWithdrawn(let event): event.time
        case .late(_, _, _, let time), .queueEmpty(let time): time
        }
    }

    /// The event as the event file has it, and for what that has not an envelope of this program's own
    /// source.
    ///
    /// Whoever is told twice of one thing is told of it by the same `id`.
    package var json: JSONValue {
        switch self {
        case .ended(let event): event.json
        case .withdrawn(let event): event.json
        case .settlementWithdrawn(let event): event.json
        case .late(let loop, let created, let limit, let time):
            Self.envelope(
                id: "late-" + loop, type: "Loopbox HumanLoop Late", at: time,
                detail: [
                    .init("humanLoopName", .string(loop)),
                    .init("creationTime", .string(created.iso8601)),
                    .init("ageLimitSeconds", .number(Double(limit) / 1000)),
                ])
        case .queueEmpty(let time):
            Self.envelope(
                id: "queue-empty-\(time.milliseconds)", type: "Loopbox Queue Empty", at: time,
                detail: [])
        }
    }

    private static func envelope(
        id: String, type: String, at time: Timestamp, detail: [JSONValue.Member]
    ) -> JSONValue {
        .object([
            .init("version", .string("0")), .init("id", .string(id)),
            .init("detail-type", .string(type)), .init("source", .string("loopbox")),
            .init("time", .string(time.iso8601Seconds)), .init("detail", .object(detail)),
        ])
    }
}
