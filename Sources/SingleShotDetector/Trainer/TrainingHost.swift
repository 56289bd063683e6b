/// What a trainer leaves to the program around it: photos, files and screens.
package protocol TrainingHost: AnyObject {
    /// Measures a model on the validation data; nil when there are none.
    func precision(of artifact: ModelArtifact) throws -> Double?

    /// Keeps the best model so far, in place of the one before.
    func keep(_ artifact: ModelArtifact, precision: Double?) throws

    /// Keeps what an interrupted training goes on from, in place of the one before.
    func keep(_ checkpoint: TrainingCheckpoint) throws

    /// Tells of a step that was made; the progress is that after it.
    func stepped(to progress: TrainingProgress, at place: TrainingCourse.Place)

    /// Tells of an epoch that is over, validation and all.
    func ended(_ epoch: TrainingEpoch)
}
