extension ShapeInference {
    /// Anchors of every cell of a map: (1, anchors, 4).
    func multiBoxPrior(
        _ attributes: MultiBoxPriorAttributes, _ node: GraphNode
    ) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node, axes: 4)
        guard let anchors = Tensor.count(of: [data[2], data[3], attributes.anchorsPerCell]) else {
            throw GraphError(node: node.name, "there are too many anchors")
        }
        return [1, anchors, 4]
    }

    /// Locations and their mask (N, 4 · anchors), and classes (N, anchors).
    func multiBoxTarget(_ node: GraphNode) throws(GraphError) -> [[Int]] {
        let count = try anchorCount(0, of: node)
        let logits = try shape(2, of: node, axes: 3)
        guard logits[2] == count else {
            throw GraphError(node: node.name, "\(logits[2]) class scores for \(count) anchors")
        }
        return [[logits[0], 4 * count], [logits[0], 4 * count], [logits[0], count]]
    }

    /// (N, anchors, 6).
    func multiBoxDetection(_ node: GraphNode) throws(GraphError) -> [Int] {
        let count = try anchorCount(2, of: node)
        let (classes, locations) = (
            try shape(0, of: node, axes: 3), try shape(1, of: node, axes: 2)
        )
        guard classes[2] == count, classes[1] >= 2, locations == [classes[0], 4 * count] else {
            throw GraphError(
                node: node.name,
                "class scores \(classes) and locations \(locations) do not fit \(count) anchors")
        }
        return [classes[0], count, 6]
    }

    private func anchorCount(_ input: Int, of node: GraphNode) throws(GraphError) -> Int {
        let anchors = try shape(input, of: node, axes: 3)
        guard anchors[0] == 1, anchors[2] == 4 else {
            throw GraphError(
                node: node.name, "anchors have the shape \(anchors): expected (1, n, 4)")
        }
        return anchors[1]
    }
}
