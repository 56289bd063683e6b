/// AdaDelta (MXNet's `AdaDelta`): Zeiler, "ADADELTA: An Adaptive Learning Rate Method"; it has no learning rate.
package struct AdaDelta: Hashable, Sendable {
    /// The decay of both means.
    package var decay: Double
    package var epsilon: Double

    /// MXNet's constants unless others are given.
    package init(decay: Double = 0.9, epsilon: Double = 1e-5) {
        self.decay = decay
        self.epsilon = epsilon
    }

    /// The mean of squared gradients and that of squared steps.
    package static let stateCount = 2

    /// One step of a stretch of a parameter; its decay is apart from the gradient, as in MXNet.
    func update(_ stretch: ParameterStretch, _ rates: StepRates) {
        let (decay, epsilon) = (Float(decay), Float(epsilon))
        for index in stretch.indices {
            let slope = rates.gradientScale * stretch.gradient[index]
            let square = decay * stretch.state[0][index] + (1 - decay) * slope * slope
            let old = stretch.state[1][index]
            let step = (old + epsilon).squareRoot() / (square + epsilon).squareRoot() * slope
            stretch.state[0][index] = square
            stretch.state[1][index] = decay * old + (1 - decay) * step * step
            stretch.values[index] -= step + rates.weightDecay * stretch.values[index]
        }
    }
}
