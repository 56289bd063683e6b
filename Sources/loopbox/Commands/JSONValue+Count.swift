import OrderedJSON

nonisolated extension JSONValue {
    /// A count as a number.
    static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
