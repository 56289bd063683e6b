/// RMSProp: Tieleman and Hinton's (MXNet's `rmsprop_update`) or, centred, Graves's (`rmspropalex_update`).
package struct RootMeanSquarePropagation: Hashable, Sendable {
    /// The decay of the means (MXNet's `gamma1`).
    package var decay: Double
    /// Graves's momentum (MXNet's `gamma2`); of no effect unless ``isCentered``.
    package var momentum: Double
    package var epsilon: Double
    /// Whether the square of the mean gradient is taken off the mean square.
    package var isCentered: Bool

    /// MXNet's constants unless others are given.
    package init(
        decay: Double = 0.9, momentum: Double = 0.9, epsilon: Double = 1e-8,
        isCentered: Bool = false
    ) {
        self.decay = decay
        self.momentum = momentum
        self.epsilon = epsilon
        self.isCentered = isCentered
    }

    /// The mean square; when centred also the mean and the last step.
    package var stateCount: Int { isCentered ? 3 : 1 }

    /// One step of a stretch of a parameter.
    func update(_ stretch: ParameterStretch, _ rates: StepRates) {
        let (decay, epsilon) = (Float(decay), Float(epsilon))
        for index in stretch.indices {
            let slope = rates.decayedGradient(stretch, index)
            let square = decay * stretch.state[0][index] + (1 - decay) * slope * slope
            stretch.state[0][index] = square
            guard isCentered else {
                let root = (square + epsilon).squareRoot()
                stretch.values[index] -= rates.learningRate * slope / root
                continue
            }
            let mean = decay * stretch.state[1][index] + (1 - decay) * slope
            let root = (square - mean * mean + epsilon).squareRoot()
            let step =
                Float(momentum) * stretch.state[2][index] - rates.learningRate * slope / root
            stretch.state[1][index] = mean
            stretch.state[2][index] = step
            stretch.values[index] += step
        }
    }
}
