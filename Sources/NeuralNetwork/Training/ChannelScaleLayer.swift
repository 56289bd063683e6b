internal import COneDNN

/// MXNet's `broadcast_mul` of a tensor (N, C, H, W) with a learned scale (1, C, 1, 1).
final class ChannelScaleLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let scale: TrainingParameter

    /// A scaling of a source in channel blocks.
    init(
        _ name: String, _ source: TrainingTensor, parameterName: String,
        _ builder: TrainingBuilder
    ) throws {
        self.source = source
        scale = try builder.parameter(
            parameterName, layout: builder.blockedLayout([1, source.extents[1], 1, 1]))
        output = TrainingTensor(
            name, try builder.memory(source.layout),
            needsGradient: source.needsGradient || scale.isTrained)
        try layOutProduct(of: source.memory, to: output.memory, builder)
    }

    private func layOutProduct(
        of tensor: OneDNNMemory, to product: OneDNNMemory, _ builder: TrainingBuilder
    ) throws {
        let descriptor = try PrimitiveDescriptor.binary(
            dnnl_binary_mul, tensor.descriptor, scale.memory.descriptor,
            destination: product.descriptor, attributes: builder.attributes,
            engine: builder.engine, name: output.name)
        builder.append(
            descriptor,
            [DNNL_ARG_SRC_0: tensor, DNNL_ARG_SRC_1: scale.memory, DNNL_ARG_DST: product])
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let gradient = try builder.gradient(of: output)
        if scale.isTrained {
            scale.hasGradient = true
            builder.append(
                ChannelScaleGradientStep(
                    pixels: PixelVectors(source.layout), source: source.memory,
                    gradient: gradient, scaleGradient: scale.gradient))
        }
        try builder.addGradient(to: source) { try layOutProduct(of: gradient, to: $0, builder) }
    }
}

/// By channel the sum over all pixels of what was scaled times the result's gradient.
private struct ChannelScaleGradientStep: TrainingStep {
    let pixels: PixelVectors
    let source: OneDNNMemory
    let gradient: OneDNNMemory
    let scaleGradient: OneDNNMemory

    func run() {
        let (from, slopes) = (PixelVectors.vectors(source), PixelVectors.vectors(gradient))
        let sums = PixelVectors.vectors(scaleGradient)
        for vector in 0..<pixels.blockCount * pixels.vectorsInBlock { sums[vector] = .zero }
        pixels.forEachPixel { _, indices in
            for (vector, index) in indices.enumerated() {
                sums[vector] += from[index] * slopes[index]
            }
        }
    }
}
