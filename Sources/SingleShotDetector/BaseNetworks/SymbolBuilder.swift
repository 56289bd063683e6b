internal import NeuralNetwork

/// Makes a graph node by node as MXNet's symbol interface does: operators without a name are counted, and
/// parameters come into being with the operator that reads them and bear its attributes.
struct SymbolBuilder {
    private var nodes: [GraphNode] = []
    private var counts: [String: Int]

    /// - Parameter counts: how many unnamed operators of a kind there were before, by what MXNet calls them.
    init(counts: [String: Int] = [:]) { self.counts = counts }

    /// A variable.
    mutating func variable(_ name: String, _ attributes: [String: String] = [:]) -> GraphEntry {
        append(GraphNode("null", name: name, attributes: attributes))
    }

    /// An operator with a name.
    mutating func node(
        _ operatorName: String, _ name: String, _ attributes: [String: String] = [:],
        _ inputs: GraphEntry...
    ) -> GraphEntry {
        append(GraphNode(operatorName, name: name, attributes: attributes, inputs: inputs))
    }

    /// An operator that is called what it does and a number.
    mutating func unnamed(
        _ operatorName: String, _ kind: String, _ attributes: [String: String] = [:],
        _ inputs: GraphEntry...
    ) -> GraphEntry {
        append(
            GraphNode(operatorName, name: numbered(kind), attributes: attributes, inputs: inputs))
    }

    /// `Concat` along axis 1; without a name it is counted.
    mutating func concatenate(_ inputs: [GraphEntry], _ name: String? = nil) -> GraphEntry {
        append(
            GraphNode(
                "Concat", name: name ?? numbered("concat"),
                attributes: ["dim": "1", "num_args": "\(inputs.count)"], inputs: inputs))
    }

    /// The name of the node an entry is of.
    func name(of entry: GraphEntry) -> String { nodes[entry.node].name }

    /// The nodes that the heads need, in the order in which MXNet writes them: each after its inputs,
    /// depth first.
    func graph(heads: [GraphEntry]) -> Graph {
        var order = SymbolOrder(nodes)
        for head in heads { order.visit(head.node) }
        return order.graph(heads: heads)
    }

    private mutating func numbered(_ kind: String) -> String {
        defer { counts[kind, default: 0] += 1 }
        return "\(kind)\(counts[kind, default: 0])"
    }

    private mutating func append(_ node: GraphNode) -> GraphEntry {
        nodes.append(node)
        return GraphEntry(node: nodes.count - 1)
    }
}
