import NeuralNetwork
import Testing

@Suite("Optimizers")
struct OptimizerTests {
    private static let optimizers: [String: Optimizer] = [
        "sgd": sgd(momentum: 0.9),
        "plain": sgd(momentum: 0),
        "scaled": sgd(momentum: 0.9, scale: 0.25),
        "adam": Optimizer(.adam(Adam()), weightDecay: 0.05),
        "rmsprop": Optimizer(
            .rootMeanSquarePropagation(RootMeanSquarePropagation()), weightDecay: 0.05),
        "centered": Optimizer(
            .rootMeanSquarePropagation(RootMeanSquarePropagation(isCentered: true)),
            weightDecay: 0.05),
        "adadelta": Optimizer(.adaDelta(AdaDelta()), weightDecay: 0.05),
    ]

    private static func sgd(momentum: Double, scale: Double = 1) -> Optimizer {
        Optimizer(
            .stochasticGradientDescent(StochasticGradientDescent(momentum: momentum)),
            weightDecay: 0.05, gradientScale: scale)
    }

    @Test("three updates are MXNet's, with its multipliers", arguments: optimizers.keys.sorted())
    func updatesMatch(_ name: String) throws {
        let expected = try TrainingReference.lines(of: "optimizers.txt").map {
            $0.split(separator: "|").map(String.init)
        }.filter { $0[0] == name }
        #expect(expected.count == 3)
        let arguments = try updated(by: try #require(Self.optimizers[name]))
        for fields in expected {
            let values = fields[2].split(separator: " ").compactMap { Float($0) }
            let ours = try #require(arguments[fields[1]]).elements
            #expect(ours.count == values.count)
            for (one, other) in zip(ours, values) {
                #expect(abs(one - other) <= 2e-6, "\(fields[1])")
            }
        }
    }

    private func updated(by optimizer: Optimizer) throws -> [String: Tensor] {
        var parameters = ParameterSet()
        parameters.arguments["c_weight"] = TrainingReference.tensor([4, 3, 1, 1], seed: 2)
        parameters.arguments["c_bias"] = TrainingReference.tensor([4], seed: 3)
        parameters.arguments["s_scale"] = TrainingReference.tensor([1, 4, 1, 1], seed: 4)
        let plan = try TrainingPlan(
            graph: Self.graph, parameters: parameters, dataShape: [2, 3, 2, 2],
            outputs: [GraphEntry(node: 5)])
        for step in 1...3 {
            _ = try plan.forward(try #require(TrainingReference.tensor([2, 3, 2, 2], seed: 1)))
            try plan.backward([try #require(TrainingReference.tensor([2, 4, 2, 2], seed: 500))])
            try plan.update(with: optimizer, learningRate: 0.01 * Double(step))
        }
        return try plan.parameters().arguments
    }

    private static let graph = Graph(
        nodes: [
            GraphNode("null", name: "data"), GraphNode("null", name: "c_weight"),
            GraphNode("null", name: "c_bias", attributes: ["__lr_mult__": "2.0"]),
            GraphNode(
                "null", name: "s_scale",
                attributes: ["__shape__": "(1, 4, 1, 1)", "__wd_mult__": "0.5"]),
            GraphNode(
                "Convolution", name: "c", attributes: ["num_filter": "4", "kernel": "(1, 1)"],
                inputs: [GraphEntry(node: 0), GraphEntry(node: 1), GraphEntry(node: 2)]),
            GraphNode(
                "broadcast_mul", name: "s", inputs: [GraphEntry(node: 3), GraphEntry(node: 4)]),
        ], heads: [GraphEntry(node: 5)])

    @Test("SageMaker's names, of which only some take momentum and weight decay")
    func namesAreSageMakers() {
        let sgd = Optimizer(named: "sgd", momentum: 0.8, weightDecay: 0.1)
        #expect(sgd?.weightDecay == 0.1)
        #expect(sgd?.stateCount == 1)
        #expect(Optimizer(named: "rmsprop", momentum: 0.8, weightDecay: 0.1)?.weightDecay == 0.1)
        #expect(Optimizer(named: "adam", momentum: 0.8, weightDecay: 0.1)?.weightDecay == 0)
        #expect(Optimizer(named: "adadelta", momentum: 0.8, weightDecay: 0.1)?.weightDecay == 0)
        #expect(Optimizer(named: "lamb", momentum: 0.8, weightDecay: 0.1) == nil)
    }

    @Test("the rate falls with the update after a step, as MultiFactorScheduler's does")
    func scheduleFalls() {
        let schedule = LearningRateSchedule(
            base: 0.1, factor: 0.5, epochs: [2, 3], sampleCount: 21, batchSize: 10)
        #expect([1, 4, 5, 6, 7, 100].map(schedule.rate) == [0.1, 0.1, 0.05, 0.05, 0.025, 0.025])
        let resumed = LearningRateSchedule(
            base: 0.1, factor: 0.5, epochs: [2, 3], sampleCount: 21, batchSize: 10, firstEpoch: 2)
        #expect([1, 2, 3].map(resumed.rate) == [0.05, 0.05, 0.025])
    }
}
