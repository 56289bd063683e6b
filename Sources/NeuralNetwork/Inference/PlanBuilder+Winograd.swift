internal import COneDNN

extension PlanBuilder {
    /// Plans a convolution by our own Winograd kernels, for processors for which oneDNN has none; false where it is
    /// not wanted or does not suit.
    func planWinograd(
        _ fused: FusedConvolution, _ operation: FusedOperation, _ type: ElementType,
        source: PlannedTensor, into: PlannedTensor?
    ) throws -> Bool {
        guard options.tries(winogradFor: operation.name), options.precision == .float32,
            engine.blockWidth == 8,
            let convolution = WinogradConvolution(
                fused, from: try extents(of: operation.inputs[0]),
                to: try extents(of: operation.output)),
            let multiplication = try? multiplication(of: convolution, operation.name)
        else { return false }
        let read = try tensor(of: operation.inputs[0], in: blocked(operation.inputs[0], type))
        let written = try into ?? temporary(blocked(operation.output, type))
        let step = WinogradStep(
            convolution: convolution, multiplication: multiplication, source: read,
            tiles: temporary(multiplication.source),
            weights: try weights(of: convolution, fused, as: multiplication.weights),
            products: temporary(multiplication.destination), destination: written)
        reserve(multiplication.scratchpad.byteCount)
        append(operation.name, .winograd(step))
        try store(operation.output, written, name: operation.name)
        return true
    }

    private func multiplication(
        of convolution: WinogradConvolution, _ name: String
    ) throws -> PrimitiveDescriptor {
        let extent = Extent(convolution.stripRows, convolution.columns)
        let (channels, filters) = (convolution.channels, convolution.filters)
        let pixels = [extent.vertical, extent.horizontal]
        let description = ConvolutionDescription(
            source: try MemoryDescriptor([1, 36 * channels] + pixels, layout: dnnl_nChw8c),
            weights: try MemoryDescriptor([36, filters, channels, 1, 1]),
            destination: try MemoryDescriptor([1, 36 * filters] + pixels, layout: dnnl_nChw8c),
            geometry: WindowGeometry(
                kernel: Extent(1, 1), stride: Extent(1, 1), padding: Extent(0, 0), input: extent,
                output: extent))
        return try PrimitiveDescriptor.convolution(
            description, attributes: attributes, engine: engine,
            name: "the products of the convolution '\(name)'")
    }

    private func weights(
        of convolution: WinogradConvolution, _ fused: FusedConvolution, as layout: MemoryDescriptor
    ) throws -> PlannedTensor {
        let extents = [36, convolution.filters, convolution.channels, 1, 1]
        let plain = try OneDNNMemory(
            MemoryDescriptor(extents).rowMajor(),
            in: AlignedBuffer(convolution.transformed(fused.weights)), engine: engine)
        let ready = try OneDNNMemory(layout, engine: engine)
        try Primitive.reorder(plain, to: ready, engine: engine, name: "weights")
        return PlannedTensor(storage: keep(ready.buffer), layout: layout)
    }
}
