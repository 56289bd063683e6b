/// A network laid out for training at one batch size: forward, backward and the update of its parameters.
///
/// For one caller at a time.
package final class TrainingPlan {
    private let engine: OneDNNEngine
    private let given: ParameterSet
    private let parameterList: [TrainingParameter]
    private let statistics: [RunningStatistic]
    private let data: OneDNNMemory
    private let outputs: [TrainingTensor]
    private let arrivals: [OneDNNMemory]
    private let forwardSteps: [any TrainingStep]
    private let backwardSteps: [any TrainingStep]
    private var updateCount = 0

    /// Lays out what `outputs` need for data (N, C, H, W) in the variable `dataName`.
    ///
    /// Arguments that are `frozen` keep their values; statistics are measured all the same.
    /// - Throws: ``GraphError`` for a graph or parameters that do not fit, ``OneDNNError`` for what
    ///   oneDNN cannot do at speed.
    package init(
        graph: Graph, parameters: ParameterSet, dataName: String = "data", dataShape: [Int],
        outputs: [GraphEntry], frozen: Set<String> = []
    ) throws {
        let sizes = [dataName: dataShape]
        let source = ParameterSource(
            graph, parameters, shapes: try graph.parameterShapes(given: sizes), frozen: frozen)
        let builder = try TrainingBuilder(source)
        var network = try TrainingNetwork(graph, shapes: graph.shapes(given: sizes), builder)
        (data, self.outputs) = try network.layOut(outputs, dataName: dataName)
        arrivals = try builder.layOutBackward(from: self.outputs)
        (forwardSteps, backwardSteps) = try builder.finish()
        engine = builder.engine
        given = parameters
        parameterList = builder.parameters.values.sorted { $0.name < $1.name }
        statistics = Array(builder.statistics.values)
    }

    /// The outputs for a batch, with the batch's own statistics, which move the running ones.
    ///
    /// - Throws: ``GraphError`` when the batch is not of the shape the plan is for.
    package func forward(_ data: Tensor) throws -> [Tensor] {
        try Self.fill(self.data, with: data, what: "the data")
        for step in forwardSteps { try step.run() }
        return try outputs.map(Self.tensor)
    }

    /// The gradients of all parameters from those of the outputs of the last ``forward(_:)``.
    ///
    /// - Throws: ``GraphError`` when a gradient is not of its output's shape.
    package func backward(_ gradients: [Tensor]) throws {
        guard gradients.count == arrivals.count else {
            throw GraphError(
                "\(gradients.count) gradients are given for \(arrivals.count) outputs")
        }
        for (arrival, gradient) in zip(arrivals, gradients) {
            try Self.fill(arrival, with: gradient, what: "a gradient")
        }
        for step in backwardSteps { try step.run() }
    }

    /// Moves the parameters by their gradients.
    package func update(with optimizer: Optimizer, learningRate: Double) throws {
        updateCount += 1
        for parameter in parameterList where parameter.hasGradient {
            parameter.prepareState(count: optimizer.stateCount)
            let rates = StepRates(
                learningRate: Float(learningRate * parameter.rates.learningRate),
                weightDecay: Float(optimizer.weightDecay * parameter.rates.weightDecay),
                gradientScale: Float(optimizer.gradientScale), updateCount: updateCount)
            optimizer.update(ParameterStretch(of: parameter, part: 0, of: 1), rates)
        }
    }

    /// The parameters as they are now, in MXNet's layouts, with those given that the outputs do not need.
    package func parameters() throws -> ParameterSet {
        var now = given
        for parameter in parameterList {
            now.arguments[parameter.name] = try parameter.value(engine: engine)
        }
        for statistic in statistics { now.statistics[statistic.name] = statistic.values }
        return now
    }

    /// The gradient of a parameter after ``backward(_:)``; nil when it gets none.
    package func gradient(of name: String) throws -> Tensor? {
        try parameterList.first { $0.name == name && $0.hasGradient }?.slope(engine: engine)
    }

    /// What the optimizer remembers, exactly.
    package func optimizerState() throws -> OptimizerState {
        var state = OptimizerState(updateCount: updateCount)
        for parameter in parameterList where !parameter.state.isEmpty {
            state.slots[parameter.name] = try parameter.stateValues(engine: engine)
        }
        return state
    }

    /// Goes on from a state that ``optimizerState()`` gave for the same optimizer.
    ///
    /// - Throws: ``GraphError`` when a tensor is of another shape than its parameter.
    package func restore(_ state: OptimizerState) throws {
        for parameter in parameterList {
            try parameter.restore(state.slots[parameter.name] ?? [], engine: engine)
        }
        updateCount = state.updateCount
    }

    private static func fill(
        _ memory: OneDNNMemory, with tensor: Tensor, what: String
    ) throws(GraphError) {
        guard tensor.shape == memory.descriptor.extents else {
            throw GraphError(
                "\(what) has the shape \(tensor.shape): expected \(memory.descriptor.extents)")
        }
        tensor.elements.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: memory.address, count: $0.count).copyMemory(
                from: $0)
        }
    }

    private static func tensor(_ output: TrainingTensor) throws -> Tensor {
        let count = output.extents.reduce(1, *)
        let floats = output.memory.address.assumingMemoryBound(to: Float.self)
        let elements = Array(UnsafeBufferPointer(start: floats, count: count))
        guard let tensor = Tensor(shape: output.extents, elements: elements) else {
            throw GraphError(node: output.name, "its shape \(output.extents) is no tensor's")
        }
        return tensor
    }
}
