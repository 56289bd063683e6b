/// An operator of a network in training; making one lays out its forward pass.
protocol TrainingLayer: AnyObject {
    var output: TrainingTensor { get }

    /// Lays out what turns the output's gradient, which is there, into those of inputs and parameters.
    func layOutBackward(_ builder: TrainingBuilder) throws
}
