internal import OrderedJSON

/// The evaluated arguments of a filter.
struct LiquidArguments {
    var positional: [JSONValue]
    var named: [String: JSONValue]

    /// The argument at a position, nil when it was not given.
    subscript(position: Int) -> JSONValue {
        positional.indices.contains(position) ? positional[position] : .null
    }

    /// The same as text.
    func text(_ position: Int) -> String { LiquidValue.text(self[position]) }
}
