/// Why hyperparameters cannot be those of a training.
package struct HyperparameterError: Error, Equatable, CustomStringConvertible {
    /// SageMaker's name of the hyperparameter.
    package let name: String
    /// What is wrong, and what is allowed.
    package let reason: String

    /// An error.
    package init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
    }

    package var description: String { "hyperparameter '\(name)': \(reason)" }
}
