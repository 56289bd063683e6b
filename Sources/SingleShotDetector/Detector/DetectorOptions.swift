/// How a detector is to run.
package struct DetectorOptions: Hashable, Sendable {
    /// What numbers the network computes with.
    package enum Precision: String, CaseIterable, Sendable { case fp32, bf16 }
    package var precision: Precision

    /// Options.
    package init(precision: Precision = .fp32) {
        self.precision = precision
    }
}
