internal import COneDNN

extension PlanBuilder {
    func plan(_ fused: FusedConvolution, _ operation: FusedOperation) throws {
        let source = try tensor(of: operation.inputs[0])
        let type = elementType(of: operation.output)
        var into: PlannedTensor?
        if fused.addsResidual, operation.inputs.indices.contains(1) {
            into = try overwritable(operation.inputs[1], as: type, except: [source])
        }
        if try planWinograd(fused, operation, type, source: source, into: into) { return }
        let (descriptor, written) = try choice(
            for: describe(fused, operation, type), fused, operation, over: into)
        let read = try tensor(of: operation.inputs[0], in: descriptor.source)
        var arguments = [DNNL_ARG_SRC: read, DNNL_ARG_DST: written]
        arguments[DNNL_ARG_WEIGHTS] = try weights(of: fused, as: descriptor.weights)
        if let bias = fused.bias {
            arguments[DNNL_ARG_BIAS] = constant(
                bias, try MemoryDescriptor([bias.count], layout: dnnl_a))
        }
        append(operation.name, descriptor, arguments)
        try store(operation.output, written, name: operation.name)
    }

    /// oneDNN's choice for a convolution and where it writes: over the residual where the choice takes that
    /// one's layout, else over a copy in the layout that it takes.
    private func choice(
        for description: ConvolutionDescription, _ fused: FusedConvolution,
        _ operation: FusedOperation, over residual: PlannedTensor?
    ) throws -> (PrimitiveDescriptor, PlannedTensor) {
        if let residual {
            var inPlace = description
            inPlace.destination = residual.layout
            if let descriptor = try? implementation(of: inPlace, fused, operation) {
                return (descriptor, residual)
            }
        }
        let descriptor = try implementation(of: description, fused, operation)
        let written = temporary(descriptor.destination)
        if let residual {
            try copy(residual, to: written, name: "addend of step \(position)")
        }
        return (descriptor, written)
    }

    private func describe(
        _ fused: FusedConvolution, _ operation: FusedOperation, _ type: ElementType
    ) throws -> ConvolutionDescription {
        let from = try extents(of: operation.inputs[0])
        let to = try extents(of: operation.output)
        let attributes = fused.convolution
        let geometry = WindowGeometry(
            kernel: attributes.kernel, stride: attributes.stride, padding: attributes.padding,
            dilation: attributes.dilation, input: Extent(from[2], from[3]),
            output: Extent(to[2], to[3]))
        return ConvolutionDescription(
            source: try MemoryDescriptor(from, options.elementType),
            weights: try MemoryDescriptor(weightExtents(of: fused), options.elementType),
            bias: try fused.bias.map { try MemoryDescriptor([$0.count], layout: dnnl_a) },
            destination: try MemoryDescriptor(to, type), geometry: geometry)
    }

    private func weightExtents(of fused: FusedConvolution) -> [Int] {
        let (shape, groups) = (fused.weights.shape, fused.convolution.groups)
        return groups == 1 ? shape : [groups, shape[0] / groups] + shape.dropFirst()
    }

    /// oneDNN's choice for a convolution: Winograd where it is wanted and possible, else what it prefers.
    private func implementation(
        of description: ConvolutionDescription, _ fused: FusedConvolution,
        _ operation: FusedOperation
    ) throws -> PrimitiveDescriptor {
        let attributes = try PrimitiveAttributes(
            (fused.addsResidual ? [.sum] : []) + (fused.rectifies ? [.rectify] : []))
        if fused.convolution.suitsWinograd, options.tries(winogradFor: operation.name),
            let winograd = try? winograd(description, attributes, operation)
        {
            return winograd
        }
        return try PrimitiveDescriptor.convolution(
            description, attributes: attributes, engine: engine,
            name: "the convolution '\(operation.name)'")
    }

    private func winograd(
        _ description: ConvolutionDescription, _ attributes: PrimitiveAttributes,
        _ operation: FusedOperation
    ) throws -> PrimitiveDescriptor {
        var description = description
        description.source = try blocked(operation.inputs[0], .float32)
        description.destination = try blocked(operation.output, .float32)
        return try PrimitiveDescriptor.convolution(
            description, algorithm: dnnl_convolution_winograd, attributes: attributes,
            engine: engine, name: "the convolution '\(operation.name)'")
    }

    /// Weights in the layout that an implementation wants, moved there once.
    private func weights(
        of fused: FusedConvolution, as layout: MemoryDescriptor
    ) throws -> PlannedTensor {
        let extents = weightExtents(of: fused)
        let plain = try OneDNNMemory(
            MemoryDescriptor(extents).rowMajor(), in: AlignedBuffer(fused.weights.elements),
            engine: engine)
        let ready = try OneDNNMemory(layout, engine: engine)
        try Primitive.reorder(plain, to: ready, engine: engine, name: "weights")
        return PlannedTensor(storage: keep(ready.buffer), layout: layout)
    }
}

extension Convolution {
    /// Whether oneDNN's Winograd kernels for 3×3 windows can compute it.
    var suitsWinograd: Bool { suitsTiles && dilation == Extent(1, 1) }

    /// Whether Winograd's algorithm for 3×3 windows can compute it, on every n-th pixel when dilated.
    var suitsTiles: Bool { kernel == Extent(3, 3) && stride == Extent(1, 1) && groups == 1 }
}
