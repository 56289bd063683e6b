extension Graph {
    /// The shape of every output by node and output, from those of the data by variable name.
    ///
    /// A variable's one output has the shape that the operators reading it ask for: that of a parameter.
    /// It has none (an empty list) when nothing tells, as of `label`, whose length is the data set's.
    ///
    /// - Throws: ``GraphError`` for what ``operations()`` refuses, and when shapes do not go together.
    package func shapes(given: [String: [Int]]) throws(GraphError) -> [[[Int]]] {
        var inference = try ShapeInference(self, given: given)
        return try inference.run()
    }

    /// The shapes of the parameters by name, from those of the data by variable name.
    ///
    /// - Throws: ``GraphError`` as ``shapes(given:)`` does.
    package func parameterShapes(given: [String: [Int]]) throws(GraphError) -> ParameterShapes {
        let shapes = try shapes(given: given)
        let statistics = statisticNodes
        var result = ParameterShapes()
        for (index, node) in nodes.enumerated() where node.isVariable && given[node.name] == nil {
            guard let shape = shapes[index].first else { continue }
            if statistics.contains(index) {
                result.statistics[node.name] = shape
            } else {
                result.arguments[node.name] = shape
            }
        }
        return result
    }

    /// The variables that hold running means and variances.
    private var statisticNodes: Set<Int> {
        var found: Set<Int> = []
        for node in nodes {
            guard case .batchNormalization? = try? Operation(node) else { continue }
            found.formUnion(node.inputs.suffix(2).map(\.node))
        }
        return found
    }
}
