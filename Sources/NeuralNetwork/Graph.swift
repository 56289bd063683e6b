/// A network in MXNet's vocabulary, so that a symbol file maps to it one to one.
package struct Graph: Hashable, Sendable {
    /// In topological order: a node reads only from nodes before it.
    package var nodes: [GraphNode]
    /// What the network computes.
    package var heads: [GraphEntry]

    /// A graph.
    package init(nodes: [GraphNode] = [], heads: [GraphEntry] = []) {
        self.nodes = nodes
        self.heads = heads
    }

    /// The position of the node of a name.
    package func index(ofNode name: String) -> Int? {
        nodes.firstIndex { $0.name == name }
    }
}
