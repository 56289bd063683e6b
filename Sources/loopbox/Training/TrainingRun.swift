import SingleShotDetector

/// A training as a command runs it: the trainer's host.
nonisolated final class TrainingRun: TrainingHost {
    private let files: TrainingFiles
    private let validation: Validation?
    private let screen: TrainingScreen
    /// How many epochs are over.
    private(set) var epochs = 0

    init(files: TrainingFiles, validation: Validation?, screen: TrainingScreen) {
        self.files = files
        self.validation = validation
        self.screen = screen
    }

    func precision(of artifact: ModelArtifact) throws -> Double? {
        try screen.pause { try validation?.precision(of: artifact) }
    }

    func keep(_ artifact: ModelArtifact, precision: Double?) throws {
        try screen.pause { try artifact.write(files.output) }
        screen.tell("Saved checkpoint to \"\(files.output)\"")
    }

    func keep(_ checkpoint: TrainingCheckpoint) throws {
        try screen.pause { try checkpoint.write(files.checkpoint) }
    }

    func stepped(to progress: TrainingProgress, at place: TrainingCourse.Place) {
        screen.step(progress, at: place)
    }

    func ended(_ epoch: TrainingEpoch) {
        screen.end(epoch)
        epochs = epoch.epoch + 1
    }
}
