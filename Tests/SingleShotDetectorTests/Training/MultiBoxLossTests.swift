import Annotations
import NeuralNetwork
import SingleShotDetector
import Testing

@Suite("Targets and losses")
struct MultiBoxLossTests {
    private static let attributes = [
        "SageMaker": ["0.5", "3", "0.5", "valid", "1", "1"],
        "scaled": ["0.4", "2", "0.3", "batch", "2", "2"],
        "without mining": ["0.6", "-1", "0.5", "null", "0.5", "1"],
    ]

    @Test("targets, losses and gradients are MXNet's", arguments: attributes.keys.sorted())
    func batchMatches(_ name: String) throws {
        let expected = try #require(try TargetReference.all().first { $0.name == name })
        let target = try Self.target(name)
        let logits = try #require(TargetReference.logits(anchorCount: target.anchorCount))
        let locations = try #require(TargetReference.locations(anchorCount: target.anchorCount))
        let targets = try target.targets(logits: logits, labels: TargetReference.labels)
        let counted = targets.classes.enumerated().filter { $0.element >= 0 }
        #expect(
            Dictionary(uniqueKeysWithValues: counted.map { ($0.offset, $0.element) })
                == expected.classes)
        #expect(TargetReference.differs(targets.locations, from: expected.encoded) < 1e-6)

        let result = try Self.loss(name).losses(
            logits: logits, locations: locations, targets: targets)
        #expect(result.losses.count == expected.losses.count)
        #expect(abs(result.losses.crossEntropy / expected.losses.crossEntropy - 1) < 1e-6)
        #expect(abs(result.losses.smoothL1 / expected.losses.smoothL1 - 1) < 1e-6)
        let slopes = (result.logits.elements, result.locations.elements)
        #expect(TargetReference.differs(slopes.0, from: expected.logitsGradient) < 1e-6)
        #expect(TargetReference.differs(slopes.1, from: expected.locationsGradient) < 1e-6)
    }

    private static func target(_ name: String) throws -> MultiBoxTarget {
        let values = try #require(attributes[name])
        let node = GraphNode(
            "_contrib_MultiBoxTarget", name: "target",
            attributes: [
                "overlap_threshold": values[0], "ignore_label": "-1",
                "negative_mining_ratio": values[1], "negative_mining_thresh": values[2],
                "variances": "(0.1, 0.1, 0.2, 0.2)",
            ], inputs: (0..<3).map { GraphEntry(node: $0) })
        guard case .multiBoxTarget(let attributes) = try Operation(node) else {
            throw GraphError("no target")
        }
        return try MultiBoxTarget(anchors: TargetReference.anchors(), attributes: attributes)
    }

    private static func loss(_ name: String) throws -> MultiBoxLoss {
        let values = try #require(attributes[name])
        let common = ["normalization": values[3], "grad_scale": values[4]]
        let softmax = GraphNode(
            "SoftmaxOutput", name: "softmax",
            attributes: common.merging([
                "ignore_label": "-1", "use_ignore": "True", "multi_output": "True",
            ]) { $1 }, inputs: [GraphEntry(node: 0), GraphEntry(node: 1)])
        let make = GraphNode(
            "MakeLoss", name: "make", attributes: common, inputs: [GraphEntry(node: 0)])
        guard case .softmaxOutput(let classification) = try Operation(softmax),
            case .makeLoss(let location) = try Operation(make)
        else { throw GraphError("no losses") }
        return MultiBoxLoss(
            classification: classification, location: location,
            smoothL1Scalar: Double(values[5]) ?? 1)
    }

    @Test("an image without objects teaches nothing")
    func emptyImageHasNoPart() throws {
        let target = try Self.target("SageMaker")
        let logits = try #require(
            Tensor(shape: [1, 4, target.anchorCount], repeating: 0))
        let locations = try #require(Tensor(shape: [1, target.anchorCount * 4], repeating: 1))
        let targets = try target.targets(logits: logits, labels: [[]])
        let result = try Self.loss("SageMaker").losses(
            logits: logits, locations: locations, targets: targets)
        #expect(result.losses == TrainingLosses())
        #expect(result.logits.elements.allSatisfy { $0 == 0 })
        #expect(result.locations.elements.allSatisfy { $0 == 0 })
    }

    @Test("a class beyond the network's is told")
    func strangeClassIsTold() throws {
        let target = try Self.target("SageMaker")
        let logits = try #require(Tensor(shape: [1, 4, target.anchorCount], repeating: 0))
        let locations = try #require(Tensor(shape: [1, target.anchorCount * 4], repeating: 0))
        let box = NormalizedBox(minimumX: 0.2, minimumY: 0.2, maximumX: 0.5, maximumY: 0.5)
        let targets = try target.targets(
            logits: logits, labels: [[GroundTruthBox(classID: 3, box: box)]])
        #expect(throws: GraphError.self) {
            try Self.loss("SageMaker").losses(
                logits: logits, locations: locations, targets: targets)
        }
        #expect(throws: GraphError.self) {
            try target.targets(logits: logits, labels: [[GroundTruthBox(classID: -1, box: box)]])
        }
    }
}
