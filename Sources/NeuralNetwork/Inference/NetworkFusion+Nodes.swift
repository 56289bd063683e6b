extension NetworkFusion {
    /// Adds what a node computes.
    mutating func add(_ index: Int) throws(GraphError) {
        let node = body.graph.nodes[index]
        let output = GraphEntry(node: index)
        guard shapes.indices.contains(index), let extents = shapes[index].first,
            extents.allSatisfy({ $0 > 0 }), !extents.isEmpty
        else { throw GraphError(node: node.name, "has an empty result") }
        let inputs = node.inputs.map(resolved)
        for input in node.inputs where !shapes[input.node].indices.contains(input.output) {
            throw GraphError(node: node.name, "reads an output that its input does not have")
        }
        let operation = try Operation(node)
        switch operation {
        case .variable: try addVariable(node, output)
        case .identity, .makeLoss: identify(output, with: try first(of: inputs, node))
        case .convolution(let attributes): try addConvolution(attributes, node, inputs, output)
        case .batchNormalization(let attributes):
            try addNormalization(attributes, node, inputs, output)
        case .rectifiedLinear: try addRectifier(node, inputs, output)
        case .add: try addSum(node, inputs, output)
        case .broadcastMultiply: try addProduct(node, inputs, output)
        case .l2Normalization(let epsilon):
            let kind = FusedOperation.Kind.channelNormalization(epsilon: epsilon, scale: nil)
            try addPlain(kind, of: 1, node, inputs, output)
        default: try addRest(operation, node, inputs, output)
        }
    }

    private mutating func addRest(
        _ operation: Operation, _ node: GraphNode, _ inputs: [GraphEntry], _ output: GraphEntry
    ) throws(GraphError) {
        switch operation {
        case .pooling(let attributes):
            try addPlain(.pooling(attributes), of: 1, node, inputs, output)
        case .subtract: try addPlain(.binary(.subtract), of: 2, node, inputs, output)
        case .multiply: try addPlain(.binary(.multiply), of: 2, node, inputs, output)
        case .transpose(let axes):
            try addPlain(.transposition(axes: axes), of: 1, node, inputs, output)
        case .flatten, .reshape: try addPlain(.reshaping, of: 1, node, inputs, output)
        case .concatenate(let dimension):
            let kind = FusedOperation.Kind.concatenation(dimension: dimension)
            try addPlain(kind, of: inputs.count, node, inputs, output)
        default:
            throw GraphError(
                node: node.name, "'\(node.operatorName)' is not part of a network's body")
        }
    }

    private mutating func addPlain(
        _ kind: FusedOperation.Kind, of count: Int, _ node: GraphNode, _ inputs: [GraphEntry],
        _ output: GraphEntry
    ) throws(GraphError) {
        guard !inputs.isEmpty, inputs.count == count else {
            throw GraphError(node: node.name, "has \(inputs.count) inputs, not \(count)")
        }
        append(kind, name: node.name, inputs: inputs, output: output)
    }

    private func first(of inputs: [GraphEntry], _ node: GraphNode) throws(GraphError) -> GraphEntry
    {
        guard let input = inputs.first else { throw GraphError(node: node.name, "has no input") }
        return input
    }

    private mutating func addVariable(_ node: GraphNode, _ output: GraphEntry) throws(GraphError) {
        guard let tensor = parameters.arguments[node.name] ?? parameters.statistics[node.name]
        else {
            input = output
            return
        }
        guard tensor.shape == shape(of: output) else {
            throw GraphError(
                node: node.name,
                "the parameter has the shape \(tensor.shape), the graph wants \(shape(of: output))")
        }
        constants[output] = tensor
    }

    private mutating func addConvolution(
        _ attributes: Convolution, _ node: GraphNode, _ inputs: [GraphEntry], _ output: GraphEntry
    ) throws(GraphError) {
        let source = try first(of: inputs, node)
        let weights = try constant(1, of: inputs, node)
        let bias = attributes.hasBias ? try constant(2, of: inputs, node).elements : nil
        guard shape(of: source).count == 4, weights.shape.count == 4 else {
            throw GraphError(node: node.name, "only convolutions of two dimensions can run")
        }
        let convolution = FusedConvolution(
            convolution: attributes, weights: weights, bias: bias)
        append(.convolution(convolution), name: node.name, inputs: [source], output: output)
    }

    /// The parameter that a node reads at a place.
    func constant(
        _ place: Int, of inputs: [GraphEntry], _ node: GraphNode
    ) throws(GraphError) -> Tensor {
        guard inputs.indices.contains(place) else {
            throw GraphError(node: node.name, "lacks its input \(place)")
        }
        guard let tensor = constants[inputs[place]] else {
            throw GraphError(
                node: node.name,
                "input \(place), '\(body.graph.nodes[inputs[place].node].name)', is no parameter")
        }
        return tensor
    }
}
