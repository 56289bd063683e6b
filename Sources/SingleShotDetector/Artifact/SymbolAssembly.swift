internal import NeuralNetwork

/// Puts a graph together from the nodes of a symbol file.
///
/// Before version 0.9 a batch normalization did not read its running mean and variance: they are
/// variables of their own here, named as MXNet names them when it reads such a file.
struct SymbolAssembly {
    private var nodes: [GraphNode] = []
    /// Where the file's nodes came to stand.
    private var positions: [Int] = []

    mutating func append(_ node: GraphNode) {
        var node = node
        node.inputs = node.inputs.map(moved)
        if node.operatorName.hasPrefix("BatchNorm"), node.inputs.count == 3 {
            for statistic in ["moving_mean", "moving_var"] {
                node.inputs.append(GraphEntry(node: nodes.count, version: 1))
                nodes.append(GraphNode("null", name: "\(node.name)_\(statistic)"))
            }
        }
        positions.append(nodes.count)
        nodes.append(node)
    }

    func graph(heads: [GraphEntry]) -> Graph {
        Graph(nodes: nodes, heads: heads.map(moved))
    }

    /// An entry of a node that does not come before stays out of reach, for the graph to refuse.
    private func moved(_ entry: GraphEntry) -> GraphEntry {
        var entry = entry
        entry.node = positions.indices.contains(entry.node) ? positions[entry.node] : .max
        return entry
    }
}
