import NeuralNetwork
import Testing

@Suite("Inference plan")
struct InferencePlanTests {
    /// The largest difference from MXNet's numbers, as a fraction of the largest of them.
    private func error(
        of network: ReferenceNetwork, _ options: InferenceOptions = InferenceOptions()
    ) throws -> Float {
        let data = try #require(network.data)
        let plan = try InferencePlan(
            graph: network.graph, parameters: network.parameters, dataShape: data.shape,
            outputs: network.outputs.map(\.entry), options: options)
        _ = try plan.run(data)
        // A second run finds memory as the first one left it.
        let results = try plan.run(data)
        var worst: Float = 0
        for (result, (_, expected)) in zip(results, network.outputs) {
            #expect(result.shape == expected.shape)
            let largest = expected.elements.map(abs).max() ?? 1
            for (one, other) in zip(result.elements, expected.elements) {
                worst = max(worst, (one - other).magnitude / largest)
                if !one.isFinite { worst = .infinity }
            }
        }
        return worst
    }

    @Test(
        "a network gives MXNet's numbers", arguments: ["preactivation", "plain", "odd"])
    func matchesMXNet(name: String) throws {
        let network = try #require(ReferenceNetwork.all().first { $0.name == name })
        #expect(try error(of: network) < 5e-6)
        #expect(try error(of: network, InferenceOptions(winograd: .whereverPossible)) < 5e-5)
    }

    @Test(
        "with 16-bit numbers a network stays near MXNet's",
        .enabled(if: InferenceOptions.Precision.bfloat16.isSupported),
        arguments: ["preactivation", "plain", "odd"])
    func matchesInBfloat16(name: String) throws {
        let network = try #require(ReferenceNetwork.all().first { $0.name == name })
        #expect(try error(of: network, InferenceOptions(precision: .bfloat16)) < 5e-2)
    }

    @Test("a missing parameter, a wrong shape and an unknown part are told by name")
    func refusalsNameTheNode() throws {
        var network = try #require(ReferenceNetwork.all().first { $0.name == "plain" })
        let whole = network.parameters
        network.parameters.arguments["fc6_weight"] = nil
        #expect(throws: GraphError("the parameters have no fc6_weight")) { try error(of: network) }
        network.parameters.arguments["fc6_weight"] = Tensor(shape: [2], elements: [1, 2])
        #expect(throws: GraphError.self) { try error(of: network) }
        network.parameters = whole
        network.outputs[0].entry.node = 9999
        #expect(throws: GraphError("there is no node 9999 to compute")) { try error(of: network) }
    }

    @Test("data of another shape is refused")
    func refusesOtherData() throws {
        let network = try #require(ReferenceNetwork.all().first)
        let data = try #require(network.data)
        let plan = try InferencePlan(
            graph: network.graph, parameters: network.parameters, dataShape: data.shape,
            outputs: network.outputs.map(\.entry))
        let other = try #require(Tensor(shape: [1, 3, 2, 2], repeating: 0))
        #expect(throws: GraphError.self) { try plan.run(other) }
    }
}
