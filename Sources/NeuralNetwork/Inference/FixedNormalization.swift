/// A batch normalization whose statistics are known: (x - mean) / sqrt(variance + epsilon) * gamma + beta.
struct FixedNormalization: Equatable {
    var mean: [Float]
    var variance: [Float]
    var gamma: [Float]
    var beta: [Float]
    var epsilon: Double

    /// A multiplication of every channel.
    init(scale: [Float]) {
        mean = [Float](repeating: 0, count: scale.count)
        variance = [Float](repeating: 1, count: scale.count)
        (gamma, beta, epsilon) = (scale, mean, 0)
    }

    /// A normalization; nil unless all four count the same channels.
    init?(mean: [Float], variance: [Float], gamma: [Float], beta: [Float], epsilon: Double) {
        let counts = Set([mean.count, variance.count, gamma.count, beta.count])
        guard counts.count == 1 else { return nil }
        (self.mean, self.variance, self.gamma, self.beta) = (mean, variance, gamma, beta)
        self.epsilon = epsilon
    }

    /// What every channel is multiplied by.
    var scale: [Double] {
        zip(gamma, variance).map { Double($0) / (Double($1) + epsilon).squareRoot() }
    }

    /// What every channel is moved by after it is multiplied.
    var shift: [Double] {
        zip(scale, zip(mean, beta)).map { Double($1.1) - Double($1.0) * $0 }
    }
}
