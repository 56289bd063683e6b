internal import COneDNN

/// MXNet's `Convolution`, with the rectifier that follows it where there is one.
final class ConvolutionLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let weights: TrainingParameter
    private let bias: TrainingParameter?
    private let description: ConvolutionDescription
    private let forward: PrimitiveDescriptor
    private let rectifies: Bool
    /// What the source's gradient is needed for, when that is its sum by channel alone.
    private let channelSums: TrainingParameter?

    /// A convolution of a source in the layout it is to read, with the names of its weights and, unless it
    /// has none, its bias; `extents` are the output's, and it may be the only reader of its source.
    init(
        _ name: String, _ convolution: Convolution, _ source: TrainingTensor,
        parameterNames: [String], extents: [Int], rectifies: Bool, isOnlyReader: Bool,
        _ builder: TrainingBuilder
    ) throws {
        (self.source, self.rectifies) = (source, rectifies)
        channelSums = isOnlyReader && convolution.groups == 1 ? source.channelSums : nil
        description = try Self.description(
            of: convolution, source: source, extents: extents, builder)
        forward = try .convolution(
            description, for: dnnl_forward_training,
            attributes: PrimitiveAttributes(rectifies ? [.rectify] : []), engine: builder.engine,
            name: name)
        weights = try builder.parameter(parameterNames[0], layout: forward.weights)
        bias = try description.bias.map { try builder.parameter(parameterNames[1], layout: $0) }
        let learns = weights.isTrained || bias?.isTrained == true
        output = TrainingTensor(
            name, try builder.memory(forward.destination),
            needsGradient: source.needsGradient || learns)
        var arguments = [
            DNNL_ARG_SRC: source.memory, DNNL_ARG_WEIGHTS: weights.memory,
            DNNL_ARG_DST: output.memory,
        ]
        arguments[DNNL_ARG_BIAS] = bias?.memory
        builder.append(forward, arguments)
    }

    private static func description(
        of convolution: Convolution, source: TrainingTensor, extents: [Int],
        _ builder: TrainingBuilder
    ) throws -> ConvolutionDescription {
        let groups = convolution.groups
        let kernel = [convolution.kernel.vertical, convolution.kernel.horizontal]
        let ends = [convolution.filters / groups, source.extents[1] / groups] + kernel
        return try ConvolutionDescription(
            source: source.layout,
            weights: MemoryDescriptor(groups == 1 ? ends : [groups] + ends),
            bias: convolution.hasBias
                ? MemoryDescriptor(rowMajor: [convolution.filters]) : nil,
            destination: builder.blockedLayout(extents),
            geometry: WindowGeometry(
                kernel: convolution.kernel, stride: convolution.stride,
                padding: convolution.padding, dilation: convolution.dilation,
                input: Extent(source.extents[2], source.extents[3]),
                output: Extent(extents[2], extents[3])))
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        if rectifies { try layOutRectifier(builder) }
        let gradient = try builder.gradient(of: output)
        if weights.isTrained || bias?.isTrained == true {
            try layOutWeights(gradient, builder)
        }
        if let channelSums {
            try layOutSums(gradient, of: channelSums, builder)
        } else if source.needsGradient {
            try layOutData(gradient, builder)
        }
    }

    private func layOutSums(
        _ gradient: OneDNNMemory, of parameter: TrainingParameter, _ builder: TrainingBuilder
    ) throws {
        let plain = try builder.laidOut(weights.memory, as: weights.memory.descriptor.rowMajor())
        parameter.hasGradient = parameter.isTrained
        builder.append(
            ChannelSumStep(
                weights: plain, gradient: gradient, sums: parameter.gradient,
                input: source.extents, geometry: description.geometry))
    }

    private func layOutRectifier(_ builder: TrainingBuilder) throws {
        let name = "rectifier of \(output.name)"
        let hint = try PrimitiveDescriptor.rectifierInTraining(
            output.layout, attributes: builder.attributes, engine: builder.engine, name: name)
        let backward = try PrimitiveDescriptor.rectifierBackwardFromResult(
            output.layout, forward: hint, attributes: builder.attributes, engine: builder.engine,
            name: name)
        try builder.changeGradient(of: output) { from, to in
            builder.append(
                backward,
                [
                    DNNL_ARG_DST: output.memory, DNNL_ARG_DIFF_DST: from,
                    DNNL_ARG_DIFF_SRC: to,
                ])
        }
    }

    private func layOutWeights(_ gradient: OneDNNMemory, _ builder: TrainingBuilder) throws {
        let backward = try withFallback { description in
            try PrimitiveDescriptor.convolutionBackwardWeights(
                description, forward: forward(description, builder), attributes: builder.attributes,
                engine: builder.engine, name: "weights of \(output.name)")
        }
        let isDirect = backward.weightsGradient == weights.memory.descriptor
        let found = try isDirect ? weights.gradient : builder.memory(backward.weightsGradient)
        var arguments = try [
            DNNL_ARG_SRC: builder.laidOut(source.memory, as: backward.source),
            DNNL_ARG_DIFF_DST: builder.laidOut(gradient, as: backward.destinationGradient),
            DNNL_ARG_DIFF_WEIGHTS: found,
        ]
        arguments[DNNL_ARG_DIFF_BIAS] = bias?.gradient
        weights.hasGradient = weights.isTrained
        bias?.hasGradient = bias?.isTrained == true
        builder.append(backward, arguments)
        if !isDirect {
            try builder.appendReorder(found, to: weights.gradient, name: weights.name)
        }
    }

    private func layOutData(_ gradient: OneDNNMemory, _ builder: TrainingBuilder) throws {
        let backward = try withFallback { description in
            try PrimitiveDescriptor.convolutionBackwardData(
                description, forward: forward(description, builder), attributes: builder.attributes,
                engine: builder.engine, name: "data of \(output.name)")
        }
        let turned = try builder.laidOut(weights.memory, as: backward.weights)
        let slopes = try builder.laidOut(gradient, as: backward.destinationGradient)
        try builder.addGradient(to: source) { gradient in
            let isDirect = backward.sourceGradient == gradient.descriptor
            let found = try isDirect ? gradient : builder.memory(backward.sourceGradient)
            builder.append(
                backward,
                [DNNL_ARG_DIFF_DST: slopes, DNNL_ARG_WEIGHTS: turned, DNNL_ARG_DIFF_SRC: found])
            if !isDirect {
                try builder.appendReorder(found, to: gradient, name: output.name)
            }
        }
    }

    /// What is made of the description or, where oneDNN has no fast way for it (a window wider than the
    /// map, say), of that in row-major order.
    private func withFallback(
        _ make: (ConvolutionDescription) throws -> PrimitiveDescriptor
    ) throws -> PrimitiveDescriptor {
        do {
            return try make(description)
        } catch is OneDNNError {
            var plain = description
            plain.source = try plain.source.rowMajor()
            plain.destination = try plain.destination.rowMajor()
            return try make(plain)
        }
    }

    /// The forward pass that a backward one is to know of.
    private func forward(
        _ description: ConvolutionDescription, _ builder: TrainingBuilder
    ) throws -> PrimitiveDescriptor {
        if description.source == self.description.source { return forward }
        return try .convolution(
            description, for: dnnl_forward_training, attributes: builder.attributes,
            engine: builder.engine, name: output.name)
    }
}
