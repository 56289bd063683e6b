/// Finds the shapes of all entries of a graph, the parameters' among them, from those of its data.
///
/// One pass in order: a parameter gets its shape from the first operator that reads it, as in MXNet.
struct ShapeInference {
    /// More than any extent has a use for, and little enough that sums and padding never overflow.
    static let longestExtent = 1 << 40
    /// 8 GiB of 32-bit numbers: more than any map or weight of a detector, and still to be counted in bytes.
    static let mostElements = 1 << 31

    let graph: Graph
    /// By node and output; nil where nothing told it yet.
    private var known: [[[Int]?]]

    init(_ graph: Graph, given: [String: [Int]]) throws(GraphError) {
        self.graph = graph
        known = graph.nodes.map { Array(repeating: nil, count: $0.outputCount) }
        for (index, node) in graph.nodes.enumerated() where node.isVariable {
            let declared = try Self.declaredShape(of: node)
            guard let shape = given[node.name] ?? declared else { continue }
            known[index] = [try Self.checked(shape, node.name)]
        }
    }

    /// The shapes by node and output; empty where a variable's stays unknown.
    mutating func run() throws(GraphError) -> [[[Int]]] {
        for (index, operation) in try graph.operations().enumerated() where operation != .variable {
            let node = graph.nodes[index]
            let shapes = try outputs(of: operation, node)
            for (output, shape) in shapes.enumerated() where known[index].indices.contains(output) {
                known[index][output] = try Self.checked(shape, node.name)
            }
        }
        return known.map { $0.compactMap { $0 } }
    }

    /// The shape of a node's input, which must be known by now.
    func shape(_ input: Int, of node: GraphNode) throws(GraphError) -> [Int] {
        let entry = node.inputs[input]
        guard let shape = known[entry.node][entry.output] else {
            throw GraphError(
                node: node.name,
                "the shape of its input '\(graph.nodes[entry.node].name)' is unknown")
        }
        return shape
    }

    /// The same, of as many axes as the operator works on.
    func shape(
        _ input: Int, of node: GraphNode, axes: Int
    ) throws(GraphError) -> [Int] {
        let shape = try shape(input, of: node)
        guard shape.count == axes else {
            throw GraphError(
                node: node.name, "its input \(input) has the shape \(shape): expected \(axes) axes")
        }
        return shape
    }

    /// Gives a parameter its shape, or checks that what is known of it agrees.
    mutating func settle(
        _ input: Int, of node: GraphNode, as shape: [Int]
    ) throws(GraphError) {
        let entry = node.inputs[input]
        let source = graph.nodes[entry.node]
        guard let known = known[entry.node][entry.output] else {
            known[entry.node][entry.output] = try Self.checked(shape, source.name)
            return
        }
        guard known == shape else {
            throw GraphError(
                node: node.name,
                "its input '\(source.name)' has the shape \(known): expected \(shape)")
        }
    }

    /// MXNet keeps a variable's own shape in `__shape__`; an extent of 0 or -1 is to be inferred.
    private static func declaredShape(of node: GraphNode) throws(GraphError) -> [Int]? {
        let shape = try OperationAttributeReader(node).integers("__shape__")
        return shape.isEmpty || shape.contains { $0 <= 0 } ? nil : shape
    }

    private static func checked(_ shape: [Int], _ node: String) throws(GraphError) -> [Int] {
        guard shape.count <= 8, shape.allSatisfy({ (1...longestExtent).contains($0) }),
            Tensor.count(of: shape).map({ $0 <= mostElements }) == true
        else {
            throw GraphError(
                node: node,
                "the shape \(shape) is none of a tensor: the image is too small or too large")
        }
        return shape
    }
}
