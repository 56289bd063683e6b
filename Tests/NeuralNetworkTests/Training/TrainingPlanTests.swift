import NeuralNetwork
import Testing

@Suite("Training plan")
struct TrainingPlanTests {
    @Test("operators forward and backward are PyTorch's", arguments: try TrainingReference.all())
    func operatorsMatch(_ reference: TrainingReference) throws {
        let data = try #require(reference.data)
        let plan = try TrainingPlan(
            graph: reference.graph, parameters: reference.parameters, dataShape: data.shape,
            outputs: reference.outputs.map(\.entry))
        let outputs = try plan.forward(data)
        for (output, expected) in zip(outputs, reference.outputs) {
            expect(output, expected.kept, "an output")
        }
        try plan.backward(reference.outputs.map(\.slope))
        for (name, expected) in reference.gradients {
            expect(try #require(try plan.gradient(of: name), "\(name)"), expected, name)
        }
        for (name, expected) in reference.running {
            expect(try #require(try plan.parameters().statistics[name]), expected, name)
        }
    }

    private func expect(_ tensor: Tensor, _ expected: [Double], _ name: String) {
        let kept = TrainingReference.kept(tensor)
        let error = zip(kept, expected).map { abs($0 - $1) }.max() ?? .infinity
        // A bias before batch normalization gets nothing but rounding errors.
        #expect(error <= 2e-5 * expected[8] + 3e-5, "\(name)")
    }

    @Test("what is frozen keeps its value, and nothing below it is asked for a gradient")
    func frozenParametersStay() throws {
        let reference = try #require(
            try TrainingReference.all().first { $0.name == "residual unit" })
        let data = try #require(reference.data)
        let frozen: Set = ["stem_weight", "stem_bias", "n_gamma", "n_beta"]
        let plan = try TrainingPlan(
            graph: reference.graph, parameters: reference.parameters, dataShape: data.shape,
            outputs: reference.outputs.map(\.entry), frozen: frozen)
        _ = try plan.forward(data)
        try plan.backward(reference.outputs.map(\.slope))
        try plan.update(with: Optimizer(.adam(Adam())), learningRate: 0.1)
        for name in frozen {
            #expect(try plan.gradient(of: name) == nil)
            #expect(
                try plan.parameters().arguments[name] == reference.parameters.arguments[name])
        }
        expect(
            try #require(try plan.gradient(of: "c_weight")),
            try #require(reference.gradients["c_weight"]), "c_weight")
        #expect(try plan.parameters().statistics != reference.parameters.statistics)
    }

    @Test("training goes on from a checkpoint as if it had never stopped, to the bit")
    func resumesExactly() throws {
        let whole = try run(steps: 4, from: nil)
        let half = try run(steps: 2, from: nil)
        let resumed = try run(steps: 2, from: half)
        #expect(resumed.parameters == whole.parameters)
        #expect(resumed.state == whole.state)
        #expect(try run(steps: 4, from: nil).parameters == whole.parameters)
    }

    private func run(
        steps: Int, from checkpoint: (parameters: ParameterSet, state: OptimizerState)?
    ) throws -> (parameters: ParameterSet, state: OptimizerState) {
        let reference = try #require(
            try TrainingReference.all().first { $0.name == "residual unit" })
        let data = try #require(reference.data)
        let plan = try TrainingPlan(
            graph: reference.graph, parameters: checkpoint?.parameters ?? reference.parameters,
            dataShape: data.shape, outputs: reference.outputs.map(\.entry))
        if let checkpoint { try plan.restore(checkpoint.state) }
        for _ in 0..<steps {
            _ = try plan.forward(data)
            try plan.backward(reference.outputs.map(\.slope))
            try plan.update(with: Optimizer(.adam(Adam()), weightDecay: 0.01), learningRate: 0.01)
        }
        return (try plan.parameters(), try plan.optimizerState())
    }

    @Test("what does not fit is told by name")
    func misfitsAreNamed() throws {
        let reference = try #require(try TrainingReference.all().first)
        let data = try #require(reference.data)
        let outputs = reference.outputs.map(\.entry)
        var parameters = reference.parameters
        parameters.arguments["c_weight"] = Tensor(shape: [1], elements: [0])
        let error = #expect(throws: GraphError.self) {
            try TrainingPlan(
                graph: reference.graph, parameters: parameters, dataShape: data.shape,
                outputs: outputs)
        }
        #expect(error?.node == "c_weight")
        let plan = try TrainingPlan(
            graph: reference.graph, parameters: reference.parameters, dataShape: data.shape,
            outputs: outputs)
        #expect(throws: GraphError.self) { try plan.forward(Tensor(shape: [1], elements: [0])!) }
    }
}
