/// How a network is to run.
package struct InferenceOptions: Hashable, Sendable {
    /// What numbers convolutions read and write between the input and the outputs, which are 32-bit always.
    package enum Precision: Hashable, Sendable { case float32, bfloat16 }

    /// Which algorithm suitable 3×3 convolutions run by.
    package enum Winograd: Hashable, Sendable {
        case never
        case whereverPossible
        /// For the convolutions of these names.
        case layers(Set<String>)
    }

    package var precision: Precision
    package var winograd: Winograd

    /// Options.
    package init(precision: Precision = .float32, winograd: Winograd = .never) {
        self.precision = precision
        self.winograd = winograd
    }

    var elementType: ElementType {
        switch precision {
        case .float32: .float32
        case .bfloat16: .bfloat16
        }
    }

    func tries(winogradFor name: String) -> Bool {
        switch winograd {
        case .never: false
        case .whereverPossible: true
        case .layers(let names): names.contains(name)
        }
    }
}

extension InferenceOptions.Precision {
    /// Whether this processor can compute so at speed.
    package var isSupported: Bool {
        switch self {
        case .float32: true
        case .bfloat16: OneDNNEngine.computesBfloat16
        }
    }
}
