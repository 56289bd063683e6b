import OrderedJSON

/// The envelope in which A2I's events about a loop reach EventBridge, with its members in their order.
enum EventEnvelope {
    /// A loop's event; the time is in whole seconds.
    static func json(
        id: String, type: String, source: String, time: Timestamp, resource: String,
        detail: JSONValue
    ) -> JSONValue {
        .object([
            .init("version", .string("0")), .init("id", .string(id)),
            .init("detail-type", .string(type)), .init("source", .string(source)),
            .init("account", .string("000000000000")),
            .init("time", .string(time.iso8601Seconds)), .init("region", .string("local")),
            .init("resources", .array([.string(resource)])), .init("detail", detail),
        ])
    }
}
