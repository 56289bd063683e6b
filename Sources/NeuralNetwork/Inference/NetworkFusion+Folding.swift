extension NetworkFusion {
    /// A batch normalization goes into the convolution or the input before it where nothing else reads that.
    mutating func addNormalization(
        _ attributes: BatchNormalization, _ node: GraphNode, _ inputs: [GraphEntry],
        _ output: GraphEntry
    ) throws(GraphError) {
        let gamma = try constant(1, of: inputs, node)
        let normalization = FixedNormalization(
            mean: try constant(3, of: inputs, node).elements,
            variance: try constant(4, of: inputs, node).elements,
            gamma: attributes.fixesGamma
                ? gamma.elements.map { _ in 1 } : gamma.elements,
            beta: try constant(2, of: inputs, node).elements, epsilon: attributes.epsilon)
        guard let normalization, let source = inputs.first,
            shape(of: source).count > 1, shape(of: source)[1] == normalization.mean.count
        else { throw GraphError(node: node.name, "its statistics do not fit its data") }
        guard normalization.variance.allSatisfy({ Double($0) + attributes.epsilon > 0 }) else {
            throw GraphError(node: node.name, "a moving variance is below 0 or no number")
        }
        if hasOneReader(source), fold(normalization, after: source, into: output) { return }
        let kind = FusedOperation.Kind.normalization(normalization, rectifies: false)
        append(kind, name: node.name, inputs: [source], output: output)
    }

    private mutating func fold(
        _ normalization: FixedNormalization, after source: GraphEntry, into output: GraphEntry
    ) -> Bool {
        if source == input, inputNormalization == nil {
            inputNormalization = normalization
            identify(output, with: source)
            return true
        }
        guard let (step, convolution) = bareConvolution(writing: source) else { return false }
        var folded = convolution
        folded.fold(normalization)
        redirect(step, to: output) { $0.kind = .convolution(folded) }
        return true
    }

    /// The convolution that writes an entry and has nothing fused after it yet.
    private func bareConvolution(writing entry: GraphEntry) -> (Int, FusedConvolution)? {
        guard let step = writers[entry], case .convolution(let convolution)? = steps[step]?.kind,
            !convolution.rectifies, !convolution.addsResidual
        else { return nil }
        return (step, convolution)
    }

    mutating func addRectifier(
        _ node: GraphNode, _ inputs: [GraphEntry], _ output: GraphEntry
    ) throws(GraphError) {
        guard let source = inputs.first else { throw GraphError(node: node.name, "has no input") }
        if hasOneReader(source), let step = writers[source], let kind = steps[step]?.kind,
            let rectified = Self.rectified(kind)
        {
            redirect(step, to: output) { $0.kind = rectified }
        } else {
            append(.rectifier, name: node.name, inputs: [source], output: output)
        }
    }

    private static func rectified(_ kind: FusedOperation.Kind) -> FusedOperation.Kind? {
        switch kind {
        case .convolution(var convolution) where !convolution.rectifies:
            convolution.rectifies = true
            return .convolution(convolution)
        case .normalization(let normalization, rectifies: false):
            return .normalization(normalization, rectifies: true)
        default: return nil
        }
    }

    /// A sum goes into the later of the convolutions it adds.
    mutating func addSum(
        _ node: GraphNode, _ inputs: [GraphEntry], _ output: GraphEntry
    ) throws(GraphError) {
        guard inputs.count == 2 else {
            throw GraphError(node: node.name, "has \(inputs.count) inputs, not 2")
        }
        let candidates = [(inputs[0], inputs[1]), (inputs[1], inputs[0])].compactMap { pair in
            sumCandidate(pair.0, adding: pair.1)
        }
        guard let best = candidates.max(by: { $0.step < $1.step }) else {
            append(.binary(.add), name: node.name, inputs: inputs, output: output)
            return
        }
        var convolution = best.convolution
        convolution.addsResidual = true
        guard var operation = steps[best.step] else { return }
        operation.kind = .convolution(convolution)
        operation.inputs.append(best.addend)
        operation.output = output
        // The addend may be written after the convolution; only the sum reads that, so it can wait.
        steps[best.step] = nil
        writers[output] = steps.count
        steps.append(operation)
    }

    private func sumCandidate(
        _ source: GraphEntry, adding addend: GraphEntry
    ) -> (step: Int, convolution: FusedConvolution, addend: GraphEntry)? {
        guard source != addend, hasOneReader(source), constants[addend] == nil,
            shape(of: source) == shape(of: addend),
            let (step, convolution) = bareConvolution(writing: source)
        else { return nil }
        return (step, convolution, addend)
    }

    /// A factor for each channel goes into the L2 normalization before it.
    mutating func addProduct(
        _ node: GraphNode, _ inputs: [GraphEntry], _ output: GraphEntry
    ) throws(GraphError) {
        guard inputs.count == 2 else {
            throw GraphError(node: node.name, "has \(inputs.count) inputs, not 2")
        }
        let factors = [(inputs[0], inputs[1]), (inputs[1], inputs[0])]
        guard let (source, factor) = factors.lazy.compactMap(channelFactor).first else {
            append(.binary(.multiply), name: node.name, inputs: inputs, output: output)
            return
        }
        if hasOneReader(source), let step = writers[source],
            case .channelNormalization(let epsilon, nil)? = steps[step]?.kind
        {
            redirect(step, to: output) {
                $0.kind = .channelNormalization(epsilon: epsilon, scale: factor.elements)
            }
        } else {
            let scaling = FixedNormalization(scale: factor.elements)
            append(
                .normalization(scaling, rectifies: false), name: node.name, inputs: [source],
                output: output)
        }
    }

    private func channelFactor(
        _ source: GraphEntry, _ factor: GraphEntry
    ) -> (GraphEntry, Tensor)? {
        let extents = shape(of: source)
        guard constants[source] == nil, let tensor = constants[factor], extents.count == 4,
            tensor.shape == [1, extents[1], 1, 1]
        else { return nil }
        return (source, tensor)
    }
}
