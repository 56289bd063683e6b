/// How far a training is.
package struct TrainingProgress: Hashable, Sendable {
    /// The batch that comes next; nil when there is none.
    package var place: TrainingCourse.Place?
    /// Of the current epoch's batches so far.
    package var losses = TrainingLosses()
    /// The precision after the last epoch, nil without validation.
    package var precision: Double?
    package var stopping: EarlyStopping

    /// The beginning.
    package init(_ stopping: EarlyStopping) {
        place = TrainingCourse.Place()
        self.stopping = stopping
    }
}
