/// How parameters follow their gradients: MXNet 1.9.1's optimizers with its defaults.
package struct Optimizer: Hashable, Sendable {
    /// The rule and its own constants.
    package enum Method: Hashable, Sendable {
        case stochasticGradientDescent(StochasticGradientDescent)
        case adam(Adam)
        case rootMeanSquarePropagation(RootMeanSquarePropagation)
        case adaDelta(AdaDelta)
    }

    package var method: Method
    /// The share of a parameter added to its gradient; ``ParameterRates`` says to which.
    package var weightDecay: Double
    /// What gradients are multiplied by first (MXNet's `rescale_grad`).
    package var gradientScale: Double

    /// An optimizer.
    package init(_ method: Method, weightDecay: Double = 0, gradientScale: Double = 1) {
        self.method = method
        self.weightDecay = weightDecay
        self.gradientScale = gradientScale
    }

    /// The optimizer that SageMaker's `optimizer` names (`sgd`, `adam`, `rmsprop`, `adadelta`); nil for another name.
    ///
    /// As documented there, momentum counts for `sgd` only and weight decay for `sgd` and `rmsprop` only.
    package init?(named name: String, momentum: Double, weightDecay: Double) {
        switch name {
        case "sgd":
            self.init(
                .stochasticGradientDescent(StochasticGradientDescent(momentum: momentum)),
                weightDecay: weightDecay)
        case "rmsprop":
            self.init(
                .rootMeanSquarePropagation(RootMeanSquarePropagation()), weightDecay: weightDecay)
        case "adam": self.init(.adam(Adam()))
        case "adadelta": self.init(.adaDelta(AdaDelta()))
        default: return nil
        }
    }

    /// How many numbers are remembered for each number of a parameter.
    package var stateCount: Int {
        switch method {
        case .stochasticGradientDescent(let method): method.stateCount
        case .adam: Adam.stateCount
        case .rootMeanSquarePropagation(let method): method.stateCount
        case .adaDelta: AdaDelta.stateCount
        }
    }

    /// One step of a stretch of a parameter.
    func update(_ stretch: ParameterStretch, _ rates: StepRates) {
        switch method {
        case .stochasticGradientDescent(let method): method.update(stretch, rates)
        case .adam(let method): method.update(stretch, rates)
        case .rootMeanSquarePropagation(let method): method.update(stretch, rates)
        case .adaDelta(let method): method.update(stretch, rates)
        }
    }
}
