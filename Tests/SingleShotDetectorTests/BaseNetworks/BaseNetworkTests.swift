import Foundation
import NeuralNetwork
import TestSupport
import Testing

@testable import SingleShotDetector

@Suite("Base networks")
struct BaseNetworkTests {
    private static let realSymbol =
        SharedPhotos.root + "/reference/sagemaker/model_algo_1-symbol.json"

    static func graph(_ network: String, classes: Int = 20, side: Int = 300) throws -> Graph {
        Graph.training(
            try Hyperparameters([
                "num_classes": "\(classes)", "base_network": network, "image_shape": "\(side)",
            ]))
    }

    @Test("resnet-50 is SageMaker's graph, by the hash of its nodes")
    func resNetHash() throws {
        let graph = try Self.graph("resnet-50", classes: 1)
        #expect(graph.nodes.count == 544)
        // References/resnet50_symbol.py makes it from the file of a real training.
        #expect(Self.hash(graph) == 0x613F_1329_79FC_B704)
    }

    @Test(
        "resnet-50 is SageMaker's graph, node for node",
        .enabled(if: Requirement.isMet(FileManager.default.fileExists(atPath: realSymbol))))
    func resNetNodes() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.realSymbol)))
        let real = try SymbolReader(bytes).graph()
        let graph = try Self.graph("resnet-50", classes: 1)
        for (ours, theirs) in zip(graph.nodes, real.nodes) { #expect(ours == theirs) }
        #expect(graph == real)
    }

    @Test(
        "the maps and anchors are those that were published",
        arguments: [
            ("resnet-50", 300, [19, 10, 5, 3, 2, 1], 2268),
            ("resnet-50", 512, [32, 16, 8, 4, 2, 1], 6132),
            ("vgg-16", 300, [38, 19, 10, 5, 3, 1], 8732),
            ("vgg-16", 512, [64, 32, 16, 8, 4, 2, 2], 24576),
            ("small", 300, [38, 19, 10, 5, 3, 2], 8744),
            ("small", 512, [64, 32, 16, 8, 4, 2], 24528),
        ])
    func maps(network: String, side: Int, extents: [Int], anchors: Int) throws {
        let detector = try DetectionNetwork(try Self.graph(network, side: side))
        let shapes = try detector.graph.shapes(given: ["data": [1, 3, side, side]])
        let maps = detector.anchorLayers.map { shapes[$0.source.node][$0.source.output] }
        #expect(maps.map { $0[2] } == extents)
        #expect(maps.map { $0[3] } == extents)
        #expect(shapes[detector.logits.node][0] == [1, 21, anchors])
        #expect(shapes[detector.locations.node][0] == [1, 4 * anchors])
        #expect(detector.classCount == 20)
        #expect(detector.inputName == "data")
    }

    @Test("vgg-16 tells the distance of cells for the sides it was published for, and no other")
    func steps() throws {
        func steps(_ side: Int) throws -> [Double] {
            try DetectionNetwork(try Self.graph("vgg-16", side: side)).anchorLayers.map {
                $0.attributes.horizontalStep * Double(side)
            }
        }
        #expect(try steps(300).map { $0.rounded() } == [8, 16, 32, 64, 100, 300])
        #expect(try steps(512).map { $0.rounded() } == [8, 16, 32, 64, 128, 256, 512])
        #expect(try steps(400).allSatisfy { $0 == -400 })
    }

    @Test("the small network fits into four megabytes")
    func smallSize() throws {
        let shapes = try Self.graph("small").parameterShapes(given: ["data": [1, 3, 300, 300]])
        let all = Array(shapes.arguments.values) + Array(shapes.statistics.values)
        #expect(all.reduce(0) { $0 + $1.reduce(1, *) } < 980_000)
    }

    @Test("training begins with Xavier's weights, the same for a seed")
    func initialParameters() throws {
        let graph = try Self.graph("small")
        let parameters = try ParameterSet.initial(for: graph, seed: 5)
        #expect(parameters == (try ParameterSet.initial(for: graph, seed: 5)))
        #expect(parameters != (try ParameterSet.initial(for: graph, seed: 6)))
        let name = "multi_feat_1_conv_1x1_relu_cls_pred_conv"
        #expect(parameters.arguments["\(name)_bias"]?.elements.allSatisfy { $0 == 0 } == true)
        #expect(parameters.arguments["stem1_bn_gamma"]?.elements.allSatisfy { $0 == 1 } == true)
        #expect(parameters.statistics["stem1_bn_moving_var"]?.elements.first == 1)
        #expect(parameters.statistics["stem1_bn_moving_mean"]?.elements.first == 0)
        let weight = try #require(parameters.arguments["\(name)_weight"])
        // Uniform up to a bound, so the deviation is a square root of 3 less.
        let bound = (3.0 / (Double(64 + 126) * 9 / 2)).squareRoot()
        #expect(weight.elements.allSatisfy { Double(abs($0)) <= bound })
        let squares = weight.elements.reduce(0.0) { $0 + Double($1 * $1) }
        let deviation = (squares / Double(weight.elements.count)).squareRoot()
        #expect(abs(deviation / (bound / 3.0.squareRoot()) - 1) < 0.01)
    }

    @Test("the scale of relu4_3 begins with 20")
    func initialScale() throws {
        let graph = try Self.graph("vgg-16")
        let scale = try #require(graph.nodes.first { $0.name == "relu4_3_scale" })
        #expect(try InitialConstant(scale)?.value == 20)
        #expect(
            try graph.parameterShapes(given: ["data": [1, 3, 300, 300]])
                .arguments["relu4_3_scale"] == [1, 512, 1, 1])
    }

    /// As `References/resnet50_symbol.py` computes it.
    private static func hash(_ graph: Graph) -> UInt64 {
        var text = ""
        for node in graph.nodes {
            let attributes = node.attributes.sorted { $0.key < $1.key }
                .map { "\($0.key)=\($0.value)" }.joined(separator: ";")
            text += "\(node.operatorName)|\(node.name)|\(attributes)|\(entries(node.inputs))\n"
        }
        text += entries(graph.heads) + "\n"
        return text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func entries(_ entries: [GraphEntry]) -> String {
        entries.map { "\($0.node),\($0.output),\($0.version)" }.joined(separator: " ")
    }
}
