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
}
