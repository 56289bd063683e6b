internal import Foundation

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

    /// One step of a stretch of a parameter; the correction of both means is in the learning rate, as in MXNet.
    func update(_ stretch: ParameterStretch, _ rates: StepRates) {
        let count = Double(rates.updateCount)
        let correction = (1 - pow(squareDecay, count)).squareRoot() / (1 - pow(meanDecay, count))
        let learningRate = Float(Double(rates.learningRate) * correction)
        let (first, second, epsilon) = (Float(meanDecay), Float(squareDecay), Float(epsilon))
        for index in stretch.indices {
            let slope = rates.decayedGradient(stretch, index)
            let mean = first * stretch.state[0][index] + (1 - first) * slope
            let square = second * stretch.state[1][index] + (1 - second) * slope * slope
            stretch.state[0][index] = mean
            stretch.state[1][index] = square
            stretch.values[index] -= learningRate * mean / (square.squareRoot() + epsilon)
        }
    }
}
