extension ShapeInference {
    /// The shapes of an operator's outputs; settles those of its parameters.
    mutating func outputs(
        of operation: Operation, _ node: GraphNode
    ) throws(GraphError) -> [[Int]] {
        switch operation {
        case .variable: []
        case .convolution(let convolution): [try self.convolution(convolution, node)]
        case .batchNormalization: try batchNormalization(node)
        case .pooling(let pooling): [try self.pooling(pooling, node)]
        case .rectifiedLinear, .identity, .smoothL1, .makeLoss, .softmax:
            [try shape(0, of: node)]
        case .add, .subtract, .multiply: [try elementwise(node)]
        case .broadcastMultiply: [try broadcast(node)]
        case .flatten: [try flatten(node)]
        case .transpose(let axes): [try transpose(axes, node)]
        case .reshape(let codes): [try reshape(codes, node)]
        case .concatenate(let dimension): [try concatenate(dimension, node)]
        case .softmaxOutput: [try softmaxOutput(node)]
        case .l2Normalization: try l2Normalization(node)
        case .multiBoxPrior(let attributes): [try multiBoxPrior(attributes, node)]
        case .multiBoxTarget: try multiBoxTarget(node)
        case .multiBoxDetection: [try multiBoxDetection(node)]
        }
    }

    private mutating func convolution(
        _ convolution: Convolution, _ node: GraphNode
    ) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node, axes: 4)
        guard data[1] % convolution.groups == 0 else {
            throw GraphError(
                node: node.name,
                "\(data[1]) channels cannot be parted into \(convolution.groups) groups")
        }
        let (kernel, dilation) = (convolution.kernel, convolution.dilation)
        try settle(
            1, of: node,
            as: [
                convolution.filters, data[1] / convolution.groups, kernel.vertical,
                kernel.horizontal,
            ])
        if convolution.hasBias { try settle(2, of: node, as: [convolution.filters]) }
        let reach = Extent(
            dilation.vertical * (kernel.vertical - 1) + 1,
            dilation.horizontal * (kernel.horizontal - 1) + 1)
        return [data[0], convolution.filters]
            + (try windows(
                data, reach, convolution.stride, convolution.padding, roundsUp: false, node))
    }

    private func pooling(_ pooling: Pooling, _ node: GraphNode) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node, axes: 4)
        if pooling.isGlobal { return [data[0], data[1], 1, 1] }
        return [data[0], data[1]]
            + (try windows(
                data, pooling.kernel, pooling.stride, pooling.padding, roundsUp: pooling.roundsUp,
                node))
    }

    /// How many windows fit below each other and side by side.
    private func windows(
        _ data: [Int], _ reach: Extent, _ stride: Extent, _ padding: Extent, roundsUp: Bool,
        _ node: GraphNode
    ) throws(GraphError) -> [Int] {
        let room = Extent(
            data[2] + 2 * padding.vertical - reach.vertical,
            data[3] + 2 * padding.horizontal - reach.horizontal)
        guard room.vertical >= 0, room.horizontal >= 0 else {
            throw GraphError(
                node: node.name,
                "its window of \(reach.vertical) × \(reach.horizontal) is larger than its input of "
                    + "\(data[2]) × \(data[3]): use a larger image")
        }
        return [
            (room.vertical + (roundsUp ? stride.vertical - 1 : 0)) / stride.vertical + 1,
            (room.horizontal + (roundsUp ? stride.horizontal - 1 : 0)) / stride.horizontal + 1,
        ]
    }

    private mutating func batchNormalization(_ node: GraphNode) throws(GraphError) -> [[Int]] {
        let data = try shape(0, of: node)
        guard data.count >= 2 else {
            throw GraphError(node: node.name, "its input has the shape \(data): expected channels")
        }
        for parameter in 1...4 { try settle(parameter, of: node, as: [data[1]]) }
        return [data, [data[1]], [data[1]]]
    }

    /// Inputs of one shape; what is not known of one is that of the other.
    private mutating func elementwise(_ node: GraphNode) throws(GraphError) -> [Int] {
        let first = try shape(0, of: node)
        try settle(1, of: node, as: first)
        return first
    }

    private func broadcast(_ node: GraphNode) throws(GraphError) -> [Int] {
        let (first, second) = (try shape(0, of: node), try shape(1, of: node))
        let fits =
            first.count == second.count
            && zip(first, second).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
        guard fits else {
            throw GraphError(
                node: node.name, "the shapes \(first) and \(second) do not go together")
        }
        return zip(first, second).map { max($0, $1) }
    }

    private mutating func softmaxOutput(_ node: GraphNode) throws(GraphError) -> [Int] {
        let data = try shape(0, of: node)
        guard data.count >= 2 else {
            throw GraphError(node: node.name, "its input has the shape \(data): expected classes")
        }
        try settle(1, of: node, as: [data[0]] + data.dropFirst(2))
        return data
    }

    private func l2Normalization(_ node: GraphNode) throws(GraphError) -> [[Int]] {
        let data = try shape(0, of: node, axes: 4)
        return [data, [data[0], 1, data[2], data[3]]]
    }
}
