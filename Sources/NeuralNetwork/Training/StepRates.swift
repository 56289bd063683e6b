/// The numbers of one parameter's step.
struct StepRates {
    var learningRate: Float
    var weightDecay: Float
    var gradientScale: Float
    /// The first update is number 1.
    var updateCount: Int

    /// The scaled gradient with the parameter's decay in it.
    @inline(__always)
    func decayedGradient(_ stretch: ParameterStretch, _ index: Int) -> ParameterStretch.Vector {
        gradientScale * stretch.gradient[index] + weightDecay * stretch.values[index]
    }
}
