/// Stochastic gradient descent with momentum (MXNet's `sgd_mom_update`).
package struct StochasticGradientDescent: Hashable, Sendable {
    /// The share of the last step that the next one repeats.
    package var momentum: Double

    /// Without momentum unless one is given.
    package init(momentum: Double = 0) {
        self.momentum = momentum
    }

    /// The last step, where there is momentum.
    package var stateCount: Int { momentum == 0 ? 0 : 1 }

    /// One step of a stretch of a parameter.
    func update(_ stretch: ParameterStretch, _ rates: StepRates) {
        guard let steps = stretch.state.first else {
            for index in stretch.indices {
                let slope = rates.decayedGradient(stretch, index)
                stretch.values[index] -= rates.learningRate * slope
            }
            return
        }
        let momentum = Float(momentum)
        for index in stretch.indices {
            let slope = rates.decayedGradient(stretch, index)
            let step = momentum * steps[index] - rates.learningRate * slope
            steps[index] = step
            stretch.values[index] += step
        }
    }
}
