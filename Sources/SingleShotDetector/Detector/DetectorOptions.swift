package import NeuralNetwork

/// How a detector is to run.
package struct DetectorOptions: Hashable, Sendable {
    /// What numbers the network computes with.
    package enum Precision: String, CaseIterable, Sendable { case fp32, bf16 }
    package var precision: Precision
    /// What an earlier ``Detector/winogradChoices`` said; nil times the layers when the model is loaded.
    package var winogradChoices: WinogradChoices?

    /// Options.
    package init(precision: Precision = .fp32, winogradChoices: WinogradChoices? = nil) {
        self.precision = precision
        self.winogradChoices = winogradChoices
    }
}
