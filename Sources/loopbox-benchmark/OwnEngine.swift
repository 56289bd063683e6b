internal import NeuralNetwork
internal import SingleShotDetector

/// Our own plan of a detector's network.
final class OwnEngine {
    private let plan: InferencePlan
    /// What Peers/worker.py gives the others.
    private let data: [Float]

    /// A plan with its layers timed, as a detector has it.
    init(
        _ artifact: ModelArtifact, side: Int, precision: InferenceOptions.Precision
    ) throws {
        let network = try DetectionNetwork(artifact.graph)
        plan = try TimedPlan(
            graph: artifact.graph, parameters: artifact.parameters, dataShape: [1, 3, side, side],
            outputs: [network.logits, network.locations], precision: precision
        ).plan
        data = (0..<3 * side * side).map { Float($0 * 37 % 255) - 115 }
        try run()
    }

    /// What the magnitudes of each output add up to.
    var digests: [Double] {
        plan.outputShapes.indices.map { index in
            plan.withOutput(index) { $0.reduce(0) { $0 + Double($1.magnitude) } }
        }
    }

    /// Runs the network so many times and returns the milliseconds of each.
    func times(_ count: Int) throws -> [Double] {
        try (0..<count).map { _ in
            try ContinuousClock().measure { try run() } / .milliseconds(1)
        }
    }

    private func run() throws {
        try plan.run { _ = $0.update(fromContentsOf: data) }
    }

    /// What each step takes at its fastest, in milliseconds, the slowest first.
    func profile() throws -> [(name: String, implementation: String, milliseconds: Double)] {
        var fastest = try plan.profile()
        for _ in 0..<20 {
            for (index, step) in try plan.profile().enumerated() {
                fastest[index].seconds = min(fastest[index].seconds, step.seconds)
            }
        }
        return fastest.map { ($0.name, $0.implementation, $0.seconds * 1000) }
            .sorted { $0.2 > $1.2 }
    }
}
