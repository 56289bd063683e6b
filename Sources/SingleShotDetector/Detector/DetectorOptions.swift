package import NeuralNetwork

/// How a detector is to run.
package struct DetectorOptions: Hashable, Sendable {
    /// What numbers the network computes with.
    package enum Precision: String, CaseIterable, Sendable { case fp32, bf16 }
    package var precision: Precision
    /// What an earlier ``Detector/winogradChoices`` of this architecture said; nil times the layers when the model is
    /// loaded.
    package var winogradChoices: WinogradChoices?
    /// What detectors of any architectures said on this machine, looked through where that does not hold.
    package var knownChoices: [WinogradChoices]

    /// Options.
    package init(
        precision: Precision = .fp32, winogradChoices: WinogradChoices? = nil,
        knownChoices: [WinogradChoices] = []
    ) {
        self.precision = precision
        self.winogradChoices = winogradChoices
        self.knownChoices = knownChoices
    }
}
