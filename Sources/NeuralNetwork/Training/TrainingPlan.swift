/// A network laid out for training at one batch size: forward, backward and the update of its parameters.
///
/// For one caller at a time.
package final class TrainingPlan {
    private let parameterSet: ParameterSet

    /// Lays out what `outputs` need for data (N, C, H, W) in the variable `data`.
    ///
    /// Arguments that are `frozen` keep their values; statistics are measured all the same.
    /// - Throws: ``GraphError`` for a graph or parameters that do not fit.
    package init(
        graph: Graph, parameters: ParameterSet, dataShape: [Int], outputs: [GraphEntry],
        frozen: Set<String> = []
    ) throws {
        parameterSet = parameters
    }

    /// The outputs for a batch, with the batch's own statistics, which move the running ones.
    package func forward(_ data: Tensor) throws -> [Tensor] {
        throw GraphError("training is not laid out yet")
    }

    /// The gradients of all parameters from those of the outputs of the last ``forward(_:)``.
    package func backward(_ gradients: [Tensor]) throws {
        throw GraphError("training is not laid out yet")
    }

    /// Moves the parameters by their gradients.
    package func update(with optimizer: Optimizer, learningRate: Double) throws {
        throw GraphError("training is not laid out yet")
    }

    /// The parameters as they are now, in MXNet's layouts.
    package func parameters() throws -> ParameterSet {
        parameterSet
    }

    /// What the optimizer remembers, exactly.
    package func optimizerState() throws -> OptimizerState {
        OptimizerState()
    }

    /// Goes on from a state that ``optimizerState()`` gave for the same optimizer.
    ///
    /// - Throws: ``GraphError`` when a tensor is of another shape than its parameter.
    package func restore(_ state: OptimizerState) throws {
    }
}
