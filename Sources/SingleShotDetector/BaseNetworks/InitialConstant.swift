internal import NeuralNetwork
internal import OrderedJSON

/// What a variable's `__init__` attribute says: `["constant", {"value": 20}]`, `["zero", {}]` or
/// `["one", {}]`.
struct InitialConstant {
    let value: Float

    /// Nil for a variable without one.
    init?(_ node: GraphNode) throws(GraphError) {
        guard let text = node.attributes["__init__"] else { return nil }
        guard case .array(let parts)? = try? JSONParser(maximumBytes: 4096).parse(text),
            case .string(let kind)? = parts.first,
            let value = Self.value(kind, parts.last?["value"])
        else {
            throw GraphError(
                node: node.name, "attribute '__init__' is none of a constant, zero or one")
        }
        self.value = value
    }

    private static func value(_ kind: String, _ value: JSONValue?) -> Float? {
        switch (kind.lowercased(), value) {
        case ("zero", _), ("zeros", _): 0
        case ("one", _), ("ones", _): 1
        case ("constant", .integer(let integer)?): Float(integer)
        case ("constant", .number(let number)?): Float(number)
        default: nil
        }
    }
}
