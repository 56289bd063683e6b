internal import NeuralNetwork

/// Puts nodes in the order of a walk that goes through a node's inputs before the node itself.
struct SymbolOrder {
    private let nodes: [GraphNode]
    private var ordered: [GraphNode] = []
    private var positions: [Int: Int] = [:]

    init(_ nodes: [GraphNode]) { self.nodes = nodes }

    /// Adds a node and, before it, what it needs.
    ///
    /// Every node must stand after its inputs in the array already, as in any graph that is not cyclic.
    mutating func visit(_ start: Int) {
        var waiting = [(node: start, input: 0)]
        while let (node, input) = waiting.popLast() {
            guard positions[node] == nil else { continue }
            guard input < nodes[node].inputs.count else {
                add(node)
                continue
            }
            waiting.append((node, input + 1))
            waiting.append((nodes[node].inputs[input].node, 0))
        }
    }

    private mutating func add(_ index: Int) {
        var node = nodes[index]
        node.inputs = node.inputs.map(moved)
        positions[index] = ordered.count
        ordered.append(node)
    }

    func graph(heads: [GraphEntry]) -> Graph { Graph(nodes: ordered, heads: heads.map(moved)) }

    private func moved(_ entry: GraphEntry) -> GraphEntry {
        var entry = entry
        entry.node = positions[entry.node] ?? entry.node
        return entry
    }
}
