package import OrderedJSON

/// Something a lead asked to be told of.
package enum StatusNotice: Hashable, Sendable {
    /// A loop ended.
    case ended(StatusChangeEvent)
    /// A loop in progress became older than the limit, in milliseconds.
    case late(loop: String, created: Timestamp, limit: Int64, at: Timestamp)
    /// No loop is in progress any more.
    case queueEmpty(at: Timestamp)

    /// A2I's envelope for loops that ended, and one like it, of this program's own source, for the others.
    ///
    /// Whoever is told twice of one thing is told of it by the same `id`.
    package var json: JSONValue {
        switch self {
        case .ended(let event): event.json
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
