/// Reads the text attributes of a node as MXNet's parameter parser does, refusing what it cannot mean.
struct OperationAttributeReader {
    /// More pixels than any kernel, stride or padding has a use for, so that sums of them never overflow.
    static let longestExtent = 1 << 16

    let node: GraphNode

    init(_ node: GraphNode) { self.node = node }

    /// An error that names the attribute and quotes its text.
    func error(_ name: String, expected: String) -> GraphError {
        guard let text = node.attributes[name] else {
            return GraphError(node: node.name, "attribute '\(name)' is missing: \(expected)")
        }
        let quote = text.prefix(80) + (text.count > 80 ? "…" : "")
        return GraphError(node: node.name, "attribute '\(name)' is '\(quote)': \(expected)")
    }

    /// A whole number within a range; the default stands for an absent one and must be there.
    func integer(
        _ name: String, default standard: Int? = nil, in range: ClosedRange<Int>
    ) throws(GraphError) -> Int {
        let text = node.attributes[name].map(Self.trimmed)
        guard let value = text.map({ Int($0) }) ?? standard, range.contains(value) else {
            throw error(
                name,
                expected: "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A finite number.
    func number(_ name: String, default standard: Double) throws(GraphError) -> Double {
        guard let text = node.attributes[name] else { return standard }
        guard let value = Double(Self.trimmed(text)), value.isFinite else {
            throw error(name, expected: "expected a finite number")
        }
        return value
    }

    /// `True`, `true` or `1`, and their opposites.
    func flag(_ name: String, default standard: Bool) throws(GraphError) -> Bool {
        guard let text = node.attributes[name] else { return standard }
        switch Self.trimmed(text) {
        case "True", "true", "1": return true
        case "False", "false", "0": return false
        case "None": return standard
        default: throw error(name, expected: "expected True or False")
        }
    }

    /// One of some words; the default stands for an absent one.
    func word<Value>(
        _ name: String, default standard: Value?, _ values: KeyValuePairs<String, Value>
    ) throws(GraphError) -> Value {
        let text = node.attributes[name].map(Self.trimmed)
        let value = text == nil ? standard : values.first { $0.key == text }?.value
        guard let value else {
            throw error(
                name, expected: "expected \(values.map(\.key).joined(separator: " or "))")
        }
        return value
    }

    /// Refuses a value that changes what the operator computes in a way that is not supported.
    func require(_ name: String, toBe values: Set<String>) throws(GraphError) {
        guard let text = node.attributes[name], !values.contains(Self.trimmed(text)) else { return }
        throw error(
            name, expected: "only \(values.sorted().joined(separator: " or ")) is supported")
    }

    static func trimmed(_ text: String) -> String {
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }
}
