/// Makes the layers of a graph, one node after another.
struct TrainingNetwork {
    private let graph: Graph
    private let operations: [Operation]
    private let shapes: [[[Int]]]
    private let builder: TrainingBuilder
    /// By entry: the nodes that read it, or nil for an output.
    private var readers: [Place: [Int?]] = [:]
    private var tensors: [Place: TrainingTensor] = [:]

    /// An entry whatever its version.
    private struct Place: Hashable {
        let node: Int
        let output: Int

        init(_ entry: GraphEntry) { (node, output) = (entry.node, entry.output) }
        init(_ node: Int) { (self.node, output) = (node, 0) }
    }

    init(_ graph: Graph, shapes: [[[Int]]], _ builder: TrainingBuilder) throws {
        (self.graph, self.shapes, self.builder) = (graph, shapes, builder)
        operations = try graph.operations()
    }

    /// Lays out what `outputs` need of a variable's data; their tensors in row-major order.
    mutating func layOut(
        _ outputs: [GraphEntry], dataName: String
    ) throws -> (data: OneDNNMemory, outputs: [TrainingTensor]) {
        let isNeeded = graph.ancestors(of: outputs)
        for (index, node) in graph.nodes.enumerated() where isNeeded[index] {
            for input in node.inputs { readers[Place(input), default: []].append(index) }
        }
        for output in outputs { readers[Place(output), default: []].append(nil) }
        guard let data = graph.index(ofNode: dataName), isNeeded[data] else {
            throw GraphError(node: dataName, "the network does not read it")
        }
        let memory = try builder.memory(MemoryDescriptor(rowMajor: shapes[data][0]))
        tensors[Place(data)] = TrainingTensor(dataName, memory, needsGradient: false)
        for index in graph.nodes.indices where isNeeded[index] {
            guard operations[index] != .variable, tensors[Place(index)] == nil else { continue }
            tensors[Place(index)] = try layer(index)
        }
        let results = try outputs.map { output in
            let tensor = try tensor(output, for: graph.nodes[output.node])
            return try builder.converted(tensor, to: tensor.layout.rowMajor())
        }
        return (memory, results)
    }

    private mutating func layer(_ index: Int) throws -> TrainingTensor {
        let node = graph.nodes[index]
        let extents = shapes[index][0]
        switch operations[index] {
        case .convolution(let convolution):
            return try convolutionLayer(index, node, convolution)
        case .batchNormalization(let normalization):
            return try normalizationLayer(index, node, normalization)
        case .rectifiedLinear:
            return builder.add(try RectifierLayer(node.name, source(node), builder))
        case .pooling(let pooling):
            return builder.add(
                try PoolingLayer(
                    node.name, pooling, blocked(source(node)), extents: extents, builder))
        case .add:
            return builder.add(
                try AdditionLayer(node.name, source(node), source(node, 1), builder))
        case .broadcastMultiply: return try scaleLayer(node)
        case .l2Normalization(let epsilon):
            return builder.add(
                try PixelNormalizationLayer(
                    node.name, epsilon: Float(epsilon), blocked(source(node)), builder))
        case .identity:
            guard !["BlockGrad", "stop_gradient", "Dropout"].contains(node.operatorName) else {
                throw GraphError(node: node.name, "\(node.operatorName) cannot be trained")
            }
            let source = try source(node)
            return builder.add(try ReshapeLayer(node.name, source, as: source.layout, builder))
        case .flatten, .reshape:
            let source = try source(node)
            let plain = try builder.converted(source, to: source.layout.rowMajor())
            let layout = try MemoryDescriptor(rowMajor: extents)
            return builder.add(try ReshapeLayer(node.name, plain, as: layout, builder))
        case .transpose(let axes):
            return builder.add(
                try RearrangementLayer(node.name, source(node), axes: axes, builder))
        case .concatenate(let axis):
            let sources = try node.inputs.map { try tensor($0, for: node) }
            return builder.add(
                try ConcatenationLayer(node.name, sources, axis: axis, extents: extents, builder))
        default:
            throw GraphError(
                node: node.name, "\(node.operatorName) is not supported inside a trained network")
        }
    }

    private mutating func convolutionLayer(
        _ index: Int, _ node: GraphNode, _ convolution: Convolution
    ) throws -> TrainingTensor {
        // An image's few channels are read as they come.
        let source = try source(node)
        let isImage = source.extents[1] < ChannelBlocks.ofThisProcessor.rawValue
        let rectifier = rectifier(of: index)
        let tensor = builder.add(
            try ConvolutionLayer(
                node.name, convolution, isImage ? source : blocked(source),
                parameterNames: parameterNames(node), extents: shapes[index][0],
                rectifies: rectifier != nil,
                isOnlyReader: readers[Place(node.inputs[0])]?.count == 1, builder))
        if let rectifier { tensors[Place(rectifier)] = tensor }
        return tensor
    }

    private mutating func normalizationLayer(
        _ index: Int, _ node: GraphNode, _ normalization: BatchNormalization
    ) throws -> TrainingTensor {
        let source = try source(node)
        let isWhole = source.extents[1].isMultiple(of: ChannelBlocks.ofThisProcessor.rawValue)
        let layout =
            try isWhole ? builder.blockedLayout(source.extents) : source.layout.rowMajor()
        let rectifier = rectifier(of: index)
        let tensor = builder.add(
            try BatchNormalizationLayer(
                node.name, normalization, builder.converted(source, to: layout),
                parameterNames: parameterNames(node), rectifies: rectifier != nil, builder))
        if let rectifier { tensors[Place(rectifier)] = tensor }
        return tensor
    }

    private func scaleLayer(_ node: GraphNode) throws -> TrainingTensor {
        let isScale = node.inputs.map { operations[$0.node] == .variable }
        let (scale, data) = isScale[0] ? (0, 1) : (1, 0)
        let source = try blocked(tensor(node.inputs[data], for: node))
        let place = node.inputs[scale]
        guard shapes[place.node][place.output] == [1, source.extents[1], 1, 1] else {
            throw GraphError(
                node: node.name, "training supports products with a scale (1, C, 1, 1) only")
        }
        return builder.add(
            try ChannelScaleLayer(
                node.name, source, parameterName: graph.nodes[place.node].name, builder))
    }

    /// The rectifier that alone reads a node.
    private func rectifier(of index: Int) -> Int? {
        guard let readers = readers[Place(index)], readers.count == 1, let reader = readers[0],
            operations[reader] == .rectifiedLinear
        else { return nil }
        return reader
    }

    private func parameterNames(_ node: GraphNode) -> [String] {
        node.inputs.dropFirst().map { graph.nodes[$0.node].name }
    }

    private func source(_ node: GraphNode, _ input: Int = 0) throws -> TrainingTensor {
        try tensor(node.inputs[input], for: node)
    }

    private func tensor(_ entry: GraphEntry, for node: GraphNode) throws -> TrainingTensor {
        guard let tensor = tensors[Place(entry)] else {
            throw GraphError(
                node: node.name,
                "training cannot have '\(graph.nodes[entry.node].name)' for its data")
        }
        return tensor
    }

    private func blocked(_ tensor: TrainingTensor) throws -> TrainingTensor {
        try builder.converted(tensor, to: builder.blockedLayout(tensor.extents))
    }
}
