extension GraphNode {
    /// How many outputs MXNet's operator has, those that are not to be seen included.
    package var outputCount: Int {
        switch operatorName {
        case "BatchNorm", "BatchNorm_v1", "CuDNNBatchNorm": 3
        case "_contrib_MultiBoxTarget", "MultiBoxTarget": 3
        case "L2Normalization", "Dropout": 2
        default: 1
        }
    }
}

extension Graph {
    /// What every node computes, in the order of ``nodes``.
    ///
    /// - Throws: ``GraphError`` when two nodes have one name, a node reads from itself or from a later one
    ///   (as in a cycle), an output does not exist, or an operator or attribute is not supported.
    package func operations() throws(GraphError) -> [Operation] {
        var names: Set<String> = []
        var operations: [Operation] = []
        operations.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            guard names.insert(node.name).inserted else {
                throw GraphError(node: node.name, "another node has the same name")
            }
            for input in node.inputs { try check(input, of: node.name, before: index) }
            operations.append(try Operation(node))
        }
        for head in heads { try check(head, of: nil, before: nodes.count) }
        return operations
    }

    private func check(
        _ entry: GraphEntry, of node: String?, before end: Int
    ) throws(GraphError) {
        guard (0..<end).contains(entry.node) else {
            throw GraphError(
                node: node,
                node == nil
                    ? "the head \(entry.node) is none of the \(end) nodes"
                    : "reads node \(entry.node), which does not come before it")
        }
        let source = nodes[entry.node]
        guard (0..<source.outputCount).contains(entry.output) else {
            throw GraphError(
                node: node,
                "reads output \(entry.output) of '\(source.name)', which has \(source.outputCount)")
        }
    }

    /// Which nodes the given entries are computed from, themselves included, by position.
    ///
    /// The graph must be one that ``operations()`` accepts.
    package func ancestors(of entries: [GraphEntry]) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: nodes.count)
        for entry in entries where isNeeded.indices.contains(entry.node) {
            isNeeded[entry.node] = true
        }
        for index in nodes.indices.reversed() where isNeeded[index] {
            for input in nodes[index].inputs where input.node < index && input.node >= 0 {
                isNeeded[input.node] = true
            }
        }
        return isNeeded
    }
}
