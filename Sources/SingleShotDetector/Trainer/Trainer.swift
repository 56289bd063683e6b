internal import NeuralNetwork

/// Trains a detector from its beginning or from a checkpoint to its end.
///
/// The same settings and data give the same model to the last bit, however often the training is
/// interrupted, on a machine that computes with as many threads. For one caller at a time.
package final class Trainer {
    private let graph: Graph
    private let hyperparameters: Hyperparameters
    private let course: TrainingCourse
    private let data: any TrainingData
    private let settings: [String: String]
    private let step: SingleShotTrainingStep
    private var progress: TrainingProgress
    private var checkpointTime: ContinuousClock.Instant
    private let checkpointInterval: Duration

    /// A training of an artifact, which has trained or initial parameters, on at least one sample.
    ///
    /// `settings` are what a checkpoint must agree with; one is kept after every epoch and, within
    /// one, after so long.
    ///
    /// - Throws: ``GraphError``, or ``ArtifactError`` naming the settings a checkpoint differs in.
    package init(
        _ artifact: ModelArtifact, hyperparameters: Hyperparameters, data: any TrainingData,
        seed: Int, settings: [String: String], checkpointInterval: Duration,
        checkpoint: TrainingCheckpoint? = nil
    ) throws {
        self.checkpointInterval = checkpointInterval
        graph = artifact.graph
        self.hyperparameters = hyperparameters
        self.data = data
        self.settings = settings
        course = TrainingCourse(hyperparameters, sampleCount: data.count, seed: seed)
        progress = TrainingProgress(EarlyStopping(hyperparameters))
        checkpointTime = .now
        guard
            let optimizer = Optimizer(
                named: hyperparameters.optimizer.rawValue, momentum: hyperparameters.momentum,
                weightDecay: hyperparameters.weightDecay)
        else { throw GraphError("there is no optimizer '\(hyperparameters.optimizer.rawValue)'") }
        let parameters = checkpoint?.parameters ?? artifact.parameters
        step = try SingleShotTrainingStep(
            graph: artifact.graph, parameters: parameters, batchSize: hyperparameters.batchSize,
            side: hyperparameters.imageSide, optimizer: optimizer,
            frozen: hyperparameters.frozenNames(of: parameters.arguments.keys))
        if let checkpoint { try restore(checkpoint) }
    }

    /// The best precision so far, nil without validation.
    package var bestPrecision: Double? { progress.stopping.best }

    /// Trains to the end.
    ///
    /// - Throws: what the data, the network or the host throw; the last checkpoint then stands.
    package func run(for host: any TrainingHost) throws {
        let loader = BatchLoader(
            course, data, side: hyperparameters.imageSide, from: progress.place)
        while let place = progress.place, let batch = try loader.batch() {
            let losses = try step.run(
                data: batch.data, labels: batch.labels,
                learningRate: course.learningRate(at: place))
            guard losses.isFinite else { throw TrainingDivergence(place) }
            progress.losses = progress.losses + losses
            let next = course.place(after: place)
            host.stepped(to: progress, at: place)
            if next?.epoch == place.epoch {
                progress.place = next
                try keepCheckpointWhenDue(host)
            } else {
                try end(place, next: next, host)
            }
        }
    }

    /// The model as it is now.
    package func artifact() throws -> ModelArtifact {
        ModelArtifact(
            graph: graph, parameters: try step.parameters(),
            hyperparameters: hyperparameters.values)
    }

    private func end(
        _ place: TrainingCourse.Place, next: TrainingCourse.Place?, _ host: any TrainingHost
    ) throws {
        let artifact = try artifact()
        guard ParameterCheck.isFinite(artifact.parameters) else { throw TrainingDivergence(place) }
        progress.precision = try host.precision(of: artifact)
        let isBest = progress.precision.map { progress.stopping.isBest($0) } ?? true
        if isBest { try host.keep(artifact, precision: progress.precision) }
        let stops = progress.stopping.stops(afterEpochs: place.epoch + 1)
        let epoch = TrainingEpoch(
            epoch: place.epoch, batches: course.batchesPerEpoch, losses: progress.losses,
            precision: progress.precision, isBest: isBest, isLast: stops || next == nil)
        progress.place = stops ? nil : next
        progress.losses = TrainingLosses()
        host.ended(epoch)
        // Last: whoever dies before does the epoch's last steps again, keeps the same model and tells it.
        try keepCheckpoint(host)
    }

    private func keepCheckpointWhenDue(_ host: any TrainingHost) throws {
        guard checkpointTime.duration(to: .now) >= checkpointInterval else { return }
        try keepCheckpoint(host)
    }

    private func keepCheckpoint(_ host: any TrainingHost) throws {
        try host.keep(
            TrainingCheckpoint(
                progress: progress, parameters: try step.parameters(),
                optimizer: try step.optimizerState(), settings: settings))
        checkpointTime = .now
    }

    private func restore(_ checkpoint: TrainingCheckpoint) throws {
        let names = Set(settings.keys).union(checkpoint.settings.keys).sorted()
        if let name = names.first(where: { settings[$0] != checkpoint.settings[$0] }) {
            throw ArtifactError(
                "the checkpoint's training had \(name) '\(checkpoint.settings[name] ?? "")', not "
                    + "'\(settings[name] ?? "")'; go on with the same or remove the checkpoint")
        }
        if let place = checkpoint.progress.place, !course.contains(place) {
            throw ArtifactError("the checkpoint's place is past the training's end; remove it")
        }
        try step.restore(checkpoint.optimizer)
        var stopping = EarlyStopping(hyperparameters)
        stopping.restore(
            best: checkpoint.progress.stopping.best,
            epochsWithoutGrowth: checkpoint.progress.stopping.epochsWithoutGrowth)
        progress = checkpoint.progress
        progress.stopping = stopping
    }
}
