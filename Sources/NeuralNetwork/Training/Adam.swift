/// Adam (MXNet's `adam_update`): Kingma and Ba, "Adam: A Method for Stochastic Optimization".
package struct Adam: Hashable, Sendable {
    /// The decay of the mean of gradients.
    package var meanDecay: Double
    /// The decay of the mean of squared gradients.
    package var squareDecay: Double
    package var epsilon: Double

    /// MXNet's constants unless others are given.
    package init(meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8) {
        self.meanDecay = meanDecay
        self.squareDecay = squareDecay
        self.epsilon = epsilon
    }

    /// The mean of gradients and that of their squares.
    package static let stateCount = 2
}
