internal import COneDNN

extension PlanBuilder {
    /// Plans a convolution by our own Winograd kernels, for processors for which oneDNN has none; false where it is
    /// not wanted or does not suit.
    func planWinograd(
        _ fused: FusedConvolution, _ operation: FusedOperation, _ type: ElementType,
        source: PlannedTensor, into: PlannedTensor?
    ) throws -> Bool {
        guard options.tries(winogradFor: operation.name), options.precision == .float32,
            engine.blockWidth == 8, WinogradConvolution.isSupported,
            let convolution = WinogradConvolution(
                fused, from: try extents(of: operation.inputs[0]),
                to: try extents(of: operation.output))
        else { return false }
        let read = try tensor(of: operation.inputs[0], in: blocked(operation.inputs[0], type))
        let written = try into ?? temporary(blocked(operation.output, type))
        let weights = AlignedBuffer(convolution.transformed(fused.weights))
        let step = WinogradStep(
            convolution: convolution, source: read,
            tiles: temporary(try products(of: convolution, convolution.channels)),
            weights: PlannedTensor(
                storage: keep(weights),
                layout: try MemoryDescriptor([weights.byteCount / MemoryLayout<Float>.stride])
                    .rowMajor()),
            products: temporary(try products(of: convolution, convolution.filters)),
            destination: written)
        append(operation.name, .winograd(step))
        try store(operation.output, written, name: operation.name)
        return true
    }

    /// What lies before or after the products of a strip: for each, blocks of 8 channels of all tiles.
    private func products(
        of convolution: WinogradConvolution, _ channels: Int
    ) throws -> MemoryDescriptor {
        let count = WinogradConvolution.products * channels
        return try MemoryDescriptor([1, count, 1, convolution.tiles], layout: dnnl_nChw8c)
    }
}
