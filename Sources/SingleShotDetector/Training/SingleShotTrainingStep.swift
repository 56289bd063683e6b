package import NeuralNetwork

/// Trains a detector by one batch after another: forward, targets, losses, backward, update.
///
/// For one caller at a time.
package final class SingleShotTrainingStep {
    private let optimizer: Optimizer
    private let plan: TrainingPlan
    private let target: MultiBoxTarget
    private let loss: MultiBoxLoss

    /// A detector, by its training graph or a deploy graph, ready to train from `parameters` on
    /// square images of `side` pixels.
    ///
    /// Arguments that are `frozen` keep their values (`freeze_layer_pattern`, matched by the caller).
    /// - Throws: ``GraphError`` when the graph is no detector or does not fit its parameters,
    ///   ``OneDNNError`` for what oneDNN cannot do at speed.
    package init(
        graph: Graph, parameters: ParameterSet, batchSize: Int, side: Int, optimizer: Optimizer,
        frozen: Set<String> = []
    ) throws {
        let network = try DetectionNetwork(graph)
        self.optimizer = optimizer
        target = try MultiBoxTarget(
            anchors: network.trainingAnchors(side: side),
            attributes: network.target ?? .singleShot)
        loss = MultiBoxLoss(
            classification: network.classificationLoss ?? .singleShot,
            location: network.locationLoss ?? .singleShot,
            smoothL1Scalar: network.smoothL1Scalar ?? 1)
        plan = try TrainingPlan(
            graph: graph, parameters: parameters, dataName: network.inputName,
            dataShape: [batchSize, 3, side, side], outputs: [network.logits, network.locations],
            frozen: frozen)
    }

    /// One step on `data` (N, 3, side, side), RGB less the mean, and the objects of every image.
    ///
    /// An image without objects teaches nothing.
    /// - Returns: The losses before the step.
    /// - Throws: ``GraphError`` when data or labels are not for the batch size.
    package func run(data: Tensor, labels: [[GroundTruthBox]], learningRate: Double) throws
        -> TrainingLosses
    {
        let outputs = try plan.forward(data)
        let targets = try target.targets(logits: outputs[0], labels: labels)
        let result = try loss.losses(
            logits: outputs[0], locations: outputs[1], targets: targets)
        try plan.backward([result.logits, result.locations])
        try plan.update(with: optimizer, learningRate: learningRate)
        return result.losses
    }

    /// The parameters as they are now.
    package func parameters() throws -> ParameterSet { try plan.parameters() }

    /// What a checkpoint keeps beside the parameters.
    package func optimizerState() throws -> OptimizerState { try plan.optimizerState() }

    /// Goes on from a checkpoint.
    package func restore(_ state: OptimizerState) throws { try plan.restore(state) }
}
