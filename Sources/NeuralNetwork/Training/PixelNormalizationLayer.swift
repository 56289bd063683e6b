/// MXNet's `L2Normalization` over the channels of each pixel.
final class PixelNormalizationLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let pixels: PixelVectors
    /// By pixel: what the forward pass multiplied it by.
    private let factors: AlignedBuffer

    /// A normalization of a source in channel blocks.
    init(_ name: String, epsilon: Float, _ source: TrainingTensor, _ builder: TrainingBuilder)
        throws
    {
        self.source = source
        output = TrainingTensor(
            name, try builder.memory(source.layout), needsGradient: source.needsGradient)
        pixels = PixelVectors(source.layout)
        factors = AlignedBuffer(byteCount: pixels.imageCount * pixels.pixelCount * 4)
        builder.append(
            PixelNormalizationStep(
                pixels: pixels, epsilon: epsilon, source: source.memory, output: output.memory,
                factors: factors))
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let gradient = try builder.gradient(of: output)
        try builder.addGradient(to: source) {
            builder.append(
                PixelNormalizationGradientStep(
                    pixels: pixels, output: output.memory, gradient: gradient,
                    sourceGradient: $0, factors: factors))
        }
    }
}

/// x · f with f = 1 / √(Σx² + ε).
private struct PixelNormalizationStep: TrainingStep {
    let pixels: PixelVectors
    let epsilon: Float
    let source: OneDNNMemory
    let output: OneDNNMemory
    let factors: AlignedBuffer

    func run() {
        let (from, to) = (PixelVectors.vectors(source), PixelVectors.vectors(output))
        pixels.forEachPixel { pixel, indices in
            var squares = PixelVectors.Vector.zero
            for index in indices { squares += from[index] * from[index] }
            let factor = 1 / (squares.sum() + epsilon).squareRoot()
            factors.floats[pixel] = factor
            for index in indices { to[index] = from[index] * factor }
        }
    }
}

/// (g - y · Σ(g · y)) · f for results y and their gradients g.
private struct PixelNormalizationGradientStep: TrainingStep {
    let pixels: PixelVectors
    let output: OneDNNMemory
    let gradient: OneDNNMemory
    let sourceGradient: OneDNNMemory
    let factors: AlignedBuffer

    func run() {
        let (results, slopes) = (PixelVectors.vectors(output), PixelVectors.vectors(gradient))
        let to = PixelVectors.vectors(sourceGradient)
        pixels.forEachPixel { pixel, indices in
            var products = PixelVectors.Vector.zero
            for index in indices { products += results[index] * slopes[index] }
            let (share, factor) = (products.sum(), factors.floats[pixel])
            for index in indices { to[index] = (slopes[index] - results[index] * share) * factor }
        }
    }
}
