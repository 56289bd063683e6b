/// A model's numbers by the names its graph gives them.
package struct ParameterSet: Equatable, Sendable {
    /// What training changes by gradients (MXNet's `arg:`).
    package var arguments: [String: Tensor]
    /// What training measures, batch normalization's running means and variances (MXNet's `aux:`).
    package var statistics: [String: Tensor]

    /// Parameters.
    package init(arguments: [String: Tensor] = [:], statistics: [String: Tensor] = [:]) {
        self.arguments = arguments
        self.statistics = statistics
    }
}
