internal import NeuralNetwork

/// The anchors of a network's maps in the order of its logits (`_contrib_MultiBoxPrior`, contract §7.4).
struct TrainingAnchors {
    /// Rows (left, top, right, bottom), fractions of the image.
    private(set) var rows: [Float] = []

    /// The anchors of a network for square images of `side` pixels.
    init(_ network: DetectionNetwork, side: Int) throws(GraphError) {
        let shapes = try network.graph.shapes(given: [network.inputName: [1, 3, side, side]])
        for layer in network.anchorLayers {
            let shape = shapes[layer.source.node][layer.source.output]
            append(layer.attributes, height: shape[2], width: shape[3])
        }
    }

    private mutating func append(_ prior: MultiBoxPriorAttributes, height: Int, width: Int) {
        let isEven = prior.verticalStep <= 0 || prior.horizontalStep <= 0
        let stepY = isEven ? 1 / Float(height) : Float(prior.verticalStep)
        let stepX = isEven ? 1 / Float(width) : Float(prior.horizontalStep)
        let halves = Self.halves(prior, aspect: Float(height) / Float(width))
        for row in 0..<height {
            let y = (Float(row) + Float(prior.verticalOffset)) * stepY
            for column in 0..<width {
                let x = (Float(column) + Float(prior.horizontalOffset)) * stepX
                for half in halves {
                    let corners = [
                        x - half.width, y - half.height, x + half.width, y + half.height,
                    ]
                    rows += prior.clips ? corners.map { min(max($0, 0), 1) } : corners
                }
            }
        }
    }

    /// Half the extents of the anchors of a cell: all sizes with the first ratio, then the first size with
    /// the others.
    private static func halves(
        _ prior: MultiBoxPriorAttributes, aspect: Float
    ) -> [(width: Float, height: Float)] {
        let ratios = prior.ratios.map { Float($0).squareRoot() }
        let first = ratios.first ?? 1
        let bySize = prior.sizes.map { (Float($0), first) }
        let byRatio = ratios.dropFirst().map { (Float(prior.sizes.first ?? 1), $0) }
        return (bySize + byRatio).map { size, ratio in
            (size * aspect * ratio / 2, size / ratio / 2)
        }
    }
}
