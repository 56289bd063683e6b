internal import COneDNN

/// A network made ready to run: implementations chosen, weights laid out for them, memory planned.
///
/// One caller at a time.
package final class InferencePlan {
    private let engine: OneDNNEngine
    private let steps: [Step]
    private let arena: AlignedBuffer
    private let input: AlignedBuffer
    private let inputShape: [Int]
    private let inputNormalization: FixedNormalization?
    private let outputs: [(shape: [Int], buffer: AlignedBuffer)]
    /// The convolutions that Winograd's algorithm could compute, by name.
    package let winogradCandidates: [String]
    /// Called after every step of a run, on the thread that runs it; for who shares the processor with others.
    package var afterStep: (() -> Void)?

    /// A step with its memory.
    private struct Step {
        let name: String
        let implementation: String
        let run: () throws -> Void
    }

    /// A plan for data of a shape, (N, C, H, W).
    ///
    /// Parameters are found in `parameters` by the names of the graph's variables; the one variable that has none is
    /// the data. Throws a ``GraphError`` for what cannot be understood and a ``OneDNNError`` for what oneDNN refuses.
    package init(
        graph: Graph, parameters: ParameterSet, dataShape: [Int], outputs wanted: [GraphEntry],
        options: InferenceOptions = InferenceOptions()
    ) throws {
        let network = try NetworkFusion.network(
            graph, parameters: parameters, dataShape: dataShape, outputs: wanted)
        engine = try OneDNNEngine()
        let builder = try PlanBuilder(network, options: options, engine: engine)
        let memory = try PlanMemory(builder)
        (arena, inputShape) = (memory.arena, dataShape)
        input = memory.buffer(of: builder.input)
        inputNormalization = network.inputNormalization
        outputs = builder.outputs.map { ($0.layout.extents, memory.buffer(of: $0)) }
        winogradCandidates = network.operations.compactMap(\.winogradCandidate)
        let engine = engine
        steps = try builder.steps.map { step in
            try Self.bound(step, memory, engine)
        }
    }

    private static func bound(
        _ step: PlannedStep, _ memory: PlanMemory, _ engine: OneDNNEngine
    ) throws -> Step {
        switch step.action {
        case .primitive(let descriptor, let arguments):
            let primitive = try Primitive(
                descriptor, arguments.mapValues { try memory.memory(of: $0, engine) },
                scratchpad: memory.scratchpad, engine: engine)
            return Step(name: step.name, implementation: descriptor.implementation) {
                try primitive.run()
            }
        case .kernel(let kernel, let source, let destination):
            let from = try memory.memory(of: source, engine)
            let to = try memory.memory(of: destination, engine)
            return Step(name: step.name, implementation: "loopbox") {
                kernel.run(from: from.address, to: to.address)
            }
        case .winograd(let planned):
            let winograd = try BoundWinograd(planned, memory, engine)
            return Step(name: step.name, implementation: "winograd:loopbox", run: winograd.run)
        }
    }

    /// Runs the network on data of the plan's shape, and returns what it computes in row-major order.
    package func run(_ data: Tensor) throws -> [Tensor] {
        guard data.shape == inputShape else {
            throw GraphError("the data has the shape \(data.shape), not \(inputShape)")
        }
        try run { input in
            _ = input.update(fromContentsOf: data.elements)
        }
        return outputs.indices.compactMap { index in
            withOutput(index) { Tensor(shape: outputs[index].shape, elements: Array($0)) }
        }
    }

    /// Runs the network on data that `fill` writes in row-major order.
    package func run(filling fill: (UnsafeMutableBufferPointer<Float>) -> Void) throws {
        let count = inputShape.reduce(1, *)
        let numbers = UnsafeMutableBufferPointer(rebasing: input.floats[..<count])
        fill(numbers)
        normalize(numbers)
        for step in steps {
            try step.run()
            afterStep?()
        }
    }

    /// Reads an output of the last run where it lies.
    package func withOutput<Result>(
        _ index: Int, _ read: (UnsafeBufferPointer<Float>) throws -> Result
    ) rethrows -> Result {
        let output = outputs[index]
        let count = output.shape.reduce(1, *)
        return try read(UnsafeBufferPointer(rebasing: output.buffer.floats[..<count]))
    }

    /// The shapes of the outputs.
    package var outputShapes: [[Int]] { outputs.map(\.shape) }

    /// Runs the network once more on the last data and returns what each step took, in seconds.
    package func profile() throws -> [(name: String, implementation: String, seconds: Double)] {
        let clock = ContinuousClock()
        return try steps.map { step in
            let time = try clock.measure { try step.run() }
            return (step.name, step.implementation, time / .seconds(1))
        }
    }

    private func normalize(_ data: UnsafeMutableBufferPointer<Float>) {
        guard let inputNormalization, inputShape.count > 1 else { return }
        let pixels = inputShape[2...].reduce(1, *)
        let factors = zip(inputNormalization.scale, inputNormalization.shift)
        for image in 0..<inputShape[0] {
            for (channel, (scale, shift)) in factors.enumerated() {
                let start = (image * inputShape[1] + channel) * pixels
                let (scale, shift) = (Float(scale), Float(shift))
                for index in start..<start + pixels { data[index] = data[index] * scale + shift }
            }
        }
    }
}
