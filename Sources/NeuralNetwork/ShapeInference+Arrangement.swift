extension ShapeInference {
    func flatten(_ node: GraphNode) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node)
        guard let first = data.first, let rest = Tensor.count(of: Array(data.dropFirst())) else {
            throw GraphError(node: node.name, "its input has no axes")
        }
        return [first, rest]
    }

    func transpose(_ axes: [Int], _ node: GraphNode) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node)
        if axes.isEmpty { return data.reversed() }
        guard axes.sorted() == Array(data.indices) else {
            throw GraphError(
                node: node.name, "axes \(axes) are none of the order of a shape like \(data)")
        }
        return axes.map { data[$0] }
    }

    func reshape(_ codes: [Int], _ node: GraphNode) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node)
        let wrong = GraphError(node: node.name, "the shape \(data) cannot become \(codes)")
        var result: [Int] = []
        for (axis, code) in codes.enumerated() {
            guard code != 0 || data.indices.contains(axis) else { throw wrong }
            result.append(code == 0 ? data[axis] : code)
        }
        guard let total = Tensor.count(of: data),
            let told = Tensor.count(of: result.filter { $0 != -1 }), told > 0, total % told == 0
        else { throw wrong }
        let inferred = result.map { $0 == -1 ? total / told : $0 }
        guard Tensor.count(of: inferred) == total else { throw wrong }
        return inferred
    }

    func concatenate(_ dimension: Int, _ node: GraphNode) throws(GraphError) -> [Int] {
        var result = try shape(0, of: node)
        guard result.indices.contains(dimension) else {
            throw GraphError(node: node.name, "a shape like \(result) has no axis \(dimension)")
        }
        for input in node.inputs.indices.dropFirst() {
            var next = try shape(input, of: node)
            guard next.count == result.count else {
                throw GraphError(node: node.name, "its inputs have different numbers of axes")
            }
            result[dimension] += next[dimension]
            next[dimension] = result[dimension]
            guard next == result else {
                throw GraphError(
                    node: node.name, "its inputs differ in more than axis \(dimension)")
            }
        }
        return result
    }
}
