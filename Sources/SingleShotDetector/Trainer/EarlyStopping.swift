/// When a training whose precision no longer grows ends (contract §6.1).
package struct EarlyStopping: Hashable, Sendable {
    /// Nil never stops.
    package struct Rule: Hashable, Sendable {
        package var minimumEpochs: Int
        package var patience: Int
        /// How much precision must grow, as a share of the best so far, to count as growth.
        package var tolerance: Double
    }

    package let rule: Rule?
    /// The best precision so far, nil before the first.
    package private(set) var best: Double?
    /// Epochs since precision last grew by more than the tolerance.
    package private(set) var epochsWithoutGrowth = 0

    /// A rule, or none.
    package init(_ rule: Rule?) { self.rule = rule }

    /// The rule that hyperparameters ask for.
    package init(_ hyperparameters: Hyperparameters) {
        guard hyperparameters.stopsEarly else {
            rule = nil
            return
        }
        rule = Rule(
            minimumEpochs: hyperparameters.earlyStoppingMinimumEpochs,
            patience: hyperparameters.earlyStoppingPatience,
            tolerance: hyperparameters.earlyStoppingTolerance)
    }

    /// Goes on from what a checkpoint kept.
    package mutating func restore(best: Double?, epochsWithoutGrowth: Int) {
        self.best = best
        self.epochsWithoutGrowth = epochsWithoutGrowth
    }

    /// Takes in an epoch's precision and says whether it is the best so far.
    package mutating func isBest(_ precision: Double) -> Bool {
        guard let best else {
            self.best = precision
            return true
        }
        let grows = precision > best + best * (rule?.tolerance ?? 0)
        epochsWithoutGrowth = grows ? 0 : epochsWithoutGrowth + 1
        guard precision > best else { return false }
        self.best = precision
        return true
    }

    /// Whether the training ends after so many epochs.
    package func stops(afterEpochs epochs: Int) -> Bool {
        guard let rule else { return false }
        return epochs >= rule.minimumEpochs && epochsWithoutGrowth >= rule.patience
    }
}
