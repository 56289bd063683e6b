package import NeuralNetwork

/// How a detector is to run.
package struct DetectorOptions: Hashable, Sendable {
    /// What numbers the network computes with.
    package enum Precision: String, CaseIterable, Sendable { case fp32, bf16 }
    /// What decides between the algorithms that a layer can run by.
    package enum Choice: Hashable, Sendable {
        /// The time they take on this machine: as earlier detectors of the architecture found, the last that holds, or
        /// as is measured when the model is loaded.
        case fastest([WinogradChoices])
        /// The layer alone: a model's answers are then the same to the last digit wherever it is loaded on the machine.
        case repeatable
    }

    package var precision: Precision
    package var choice: Choice

    /// Options.
    package init(precision: Precision = .fp32, choice: Choice = .fastest([])) {
        self.precision = precision
        self.choice = choice
    }
}
