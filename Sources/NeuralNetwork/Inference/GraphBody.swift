/// The part of a graph that some of its entries depend on.
struct GraphBody {
    let graph: Graph
    /// The wanted entries, in the part's own numbering.
    let outputs: [GraphEntry]

    /// The part that computes entries.
    ///
    /// Throws where an entry does not exist or a node reads from itself or from a later one.
    init(of graph: Graph, computing outputs: [GraphEntry]) throws(GraphError) {
        let needed = try Self.needed(of: graph, for: outputs)
        var places: [Int: Int] = [:]
        var nodes: [GraphNode] = []
        for index in graph.nodes.indices where needed[index] {
            var node = graph.nodes[index]
            node.inputs = node.inputs.map { Self.moved($0, places) }
            places[index] = nodes.count
            nodes.append(node)
        }
        self.outputs = outputs.map { Self.moved($0, places) }
        self.graph = Graph(nodes: nodes, heads: self.outputs)
    }

    private static func needed(
        of graph: Graph, for outputs: [GraphEntry]
    ) throws(GraphError) -> [Bool] {
        var needed = [Bool](repeating: false, count: graph.nodes.count)
        for output in outputs {
            guard graph.nodes.indices.contains(output.node) else {
                throw GraphError("there is no node \(output.node) to compute")
            }
            needed[output.node] = true
        }
        for index in graph.nodes.indices.reversed() where needed[index] {
            for input in graph.nodes[index].inputs {
                guard input.node >= 0, input.node < index else {
                    throw GraphError(
                        node: graph.nodes[index].name,
                        "reads from node \(input.node), not an earlier one")
                }
                needed[input.node] = true
            }
        }
        return needed
    }

    private static func moved(_ entry: GraphEntry, _ places: [Int: Int]) -> GraphEntry {
        GraphEntry(node: places[entry.node] ?? 0, output: entry.output)
    }
}
