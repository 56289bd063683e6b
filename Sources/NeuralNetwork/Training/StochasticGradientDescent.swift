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
}
