package import Imaging
package import NeuralNetwork

/// A model ready to find objects in photos; one caller at a time.
package final class Detector {
    /// Width and height of what the network sees.
    package let inputSide: Int
    /// Without the background.
    package let classCount: Int
    /// Which algorithm each layer runs by, where that was a matter of time; keep it with the model so that the next
    /// load need not time them.
    package let winogradChoices: WinogradChoices?
    private let plan: InferencePlan
    private let detection: MultiBoxDetection

    /// Squares smaller than this have no map for most networks' anchors, larger ones fit no memory.
    private static let sides = 32...2048

    /// A detector by a model's weights.
    ///
    /// - Throws: ``DetectorError`` when its `image_shape` or the processor does not do, ``GraphError`` when its graph is
    ///   no detector or does not fit its weights, `OneDNNError` when a layer cannot run at speed.
    package init(_ artifact: ModelArtifact, options: DetectorOptions = DetectorOptions()) throws {
        let precision = try Self.precision(options.precision)
        let side = try Self.side(artifact)
        let network = try DetectionNetwork(artifact.graph)
        let dataShape = [1, 3, side, side]
        let outputs = [network.logits, network.locations]
        switch options.choice {
        case .fastest(let known):
            let timed = try TimedPlan(
                graph: artifact.graph, parameters: artifact.parameters, dataShape: dataShape,
                outputs: outputs, precision: precision, remembered: known)
            (plan, winogradChoices) = (timed.plan, timed.choices)
        case .repeatable:
            plan = try InferencePlan(
                graph: artifact.graph, parameters: artifact.parameters, dataShape: dataShape,
                outputs: outputs,
                options: InferenceOptions(precision: precision, winograd: .whereverPossible))
            winogradChoices = nil
        }
        let shapes = try artifact.graph.shapes(given: [network.inputName: dataShape])
        let anchors = try Self.anchors(network, shapes)
        detection = MultiBoxDetection(network.detection, anchors: anchors)
        (inputSide, classCount) = (side, network.classCount)
        let count = anchors.count / 4
        guard plan.outputShapes == [[1, classCount + 1, count], [1, anchors.count]] else {
            throw GraphError(
                "the heads compute \(plan.outputShapes), which does not fit \(count) anchors")
        }
    }

    /// The objects in an upright image of any size, in the order of the operator's rows; boxes are fractions of it.
    package func detect(_ image: RGBImage) throws -> [ClassDetection] {
        try plan.run { NetworkInput.write(image, side: inputSide, into: $0) }
        return plan.withOutput(0) { logits in
            plan.withOutput(1) { detection.detections(logits: logits, locations: $0) }
        }
    }

    /// Has `pause` called after every layer of the network, on the thread that calls ``detect(_:)``.
    package func afterEveryLayer(_ pause: @escaping () -> Void) { plan.afterStep = pause }

    private static func precision(
        _ precision: DetectorOptions.Precision
    ) throws -> InferenceOptions.Precision {
        switch precision {
        case .fp32: return .float32
        case .bf16:
            guard InferenceOptions.Precision.bfloat16.isSupported else {
                throw DetectorError(
                    "this processor has no fast 16-bit arithmetic (AVX-512); use --precision fp32")
            }
            return .bfloat16
        }
    }

    private static func side(_ artifact: ModelArtifact) throws -> Int {
        guard let text = artifact.hyperparameters["image_shape"] else {
            throw DetectorError("hyperparams.json has no 'image_shape', the side of the input")
        }
        guard let side = Int(text), sides.contains(side) else {
            throw DetectorError(
                "the 'image_shape' of hyperparams.json is '\(text)', not a number from "
                    + "\(sides.lowerBound) to \(sides.upperBound)")
        }
        return side
    }

    private static func anchors(
        _ network: DetectionNetwork, _ shapes: [[[Int]]]
    ) throws(GraphError) -> [Float] {
        var anchors: [Float] = []
        for layer in network.anchorLayers {
            let map = shapes[layer.source.node][layer.source.output]
            guard map.count == 4 else { throw GraphError("anchors are laid on a map of \(map)") }
            anchors += MultiBoxPrior.anchors(rows: map[2], columns: map[3], layer.attributes)
        }
        return anchors
    }
}
