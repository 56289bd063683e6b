/// What came of an epoch.
package struct TrainingEpoch: Hashable, Sendable {
    /// From 0.
    package var epoch: Int
    /// How many batches it had.
    package var batches: Int
    package var losses: TrainingLosses
    /// Nil without validation.
    package var precision: Double?
    /// Whether its model is the one that is kept.
    package var isBest: Bool
    /// Whether the training is over with it.
    package var isLast: Bool
}
