internal import NeuralNetwork

extension DetectionNetwork {
    /// The anchors (A, 4) for square images of `side` pixels, in the order of the logits.
    func trainingAnchors(side: Int) throws(GraphError) -> [Float] {
        let shapes = try graph.shapes(given: [inputName: [1, 3, side, side]])
        var anchors: [Float] = []
        for layer in anchorLayers {
            let map = shapes[layer.source.node][layer.source.output]
            anchors += MultiBoxPrior.anchors(rows: map[2], columns: map[3], layer.attributes)
        }
        return anchors
    }
}
