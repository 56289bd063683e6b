/// What training logs of a step or, added up, of an epoch (contract §7.6).
package struct TrainingLosses: Hashable, Sendable {
    /// The sum of -ln(p + 1e-8) over the counted anchors.
    package var crossEntropySum: Double
    /// The sum of the location losses.
    package var smoothL1Sum: Double
    /// Anchors that took part: positives and chosen negatives.
    package var count: Int

    /// Losses; without arguments those of no step.
    package init(crossEntropySum: Double = 0, smoothL1Sum: Double = 0, count: Int = 0) {
        self.crossEntropySum = crossEntropySum
        self.smoothL1Sum = smoothL1Sum
        self.count = count
    }

    /// As logged under `cross_entropy`; not a number when nothing was counted.
    package var crossEntropy: Double { crossEntropySum / Double(count) }

    /// As logged under `smooth_l1`; not a number when nothing was counted.
    package var smoothL1: Double { smoothL1Sum / Double(count) }

    /// Whether they can be gone on from.
    var isFinite: Bool { crossEntropySum.isFinite && smoothL1Sum.isFinite }

    /// The losses of both.
    package static func + (first: TrainingLosses, second: TrainingLosses) -> TrainingLosses {
        TrainingLosses(
            crossEntropySum: first.crossEntropySum + second.crossEntropySum,
            smoothL1Sum: first.smoothL1Sum + second.smoothL1Sum,
            count: first.count + second.count)
    }
}
