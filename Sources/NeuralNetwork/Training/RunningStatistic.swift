/// A running mean or variance.
final class RunningStatistic {
    let name: String
    var values: Tensor

    init(_ name: String, _ values: Tensor) {
        (self.name, self.values) = (name, values)
    }
}

/// Moves a running statistic towards the batch's or, when it is to be used itself, hands it over.
struct StatisticsStep: TrainingStep {
    let statistic: RunningStatistic
    let measured: OneDNNMemory
    /// The share of the running statistic that stays.
    let momentum: Float
    let isGiven: Bool

    func run() {
        let batch = measured.buffer.floats
        for index in statistic.values.elements.indices {
            if isGiven {
                batch[index] = statistic.values.elements[index]
            } else {
                let old = statistic.values.elements[index]
                statistic.values.elements[index] = old * momentum + batch[index] * (1 - momentum)
            }
        }
    }
}
