/// A learning rate that falls by a factor at given updates (MXNet's `MultiFactorScheduler`).
package struct LearningRateSchedule: Hashable, Sendable {
    /// The rate before the first step.
    package var base: Double
    /// What every step multiplies the rate by.
    package var factor: Double
    /// Numbers of updates, rising; the fall comes with the update after.
    package var steps: [Int]

    /// A schedule by numbers of updates.
    package init(base: Double, factor: Double = 1, steps: [Int] = []) {
        self.base = base
        self.factor = factor
        self.steps = steps
    }

    /// A schedule by epochs, as SageMaker's `lr_scheduler_step` gives them (contract §7.6).
    ///
    /// An epoch counts `sampleCount / batchSize` updates, rounded down as in MXNet's example.
    /// The steps up to `firstEpoch`, the number of epochs done before, have been taken.
    package init(
        base: Double, factor: Double, epochs: [Int], sampleCount: Int, batchSize: Int,
        firstEpoch: Int = 0
    ) {
        let epochSize = max(sampleCount / max(batchSize, 1), 1)
        let past = epochs.filter { $0 <= firstEpoch }
        let base = past.reduce(base) { base, _ in base * factor }
        let steps = epochs.filter { $0 > firstEpoch }.map { epochSize * ($0 - firstEpoch) }
        self.init(base: base, factor: factor, steps: steps.sorted())
    }

    /// The rate of an update; the first is number 1.
    package func rate(atUpdate update: Int) -> Double {
        steps.reduce(base) { rate, step in update > step ? rate * factor : rate }
    }
}
