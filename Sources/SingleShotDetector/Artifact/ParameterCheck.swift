internal import NeuralNetwork

/// Whether parameters are those that a network asks for.
struct ParameterCheck {
    private let network: DetectionNetwork

    init(_ network: DetectionNetwork) { self.network = network }

    /// The first fault by name: a parameter that is missing, has another shape or is not finite.
    func fault(of parameters: ParameterSet) throws(GraphError) -> String? {
        // No parameter's shape depends on the image's.
        let shapes = try network.graph.parameterShapes(
            given: [network.inputName: [1, 3, 512, 512]])
        return Self.fault(of: parameters.arguments, shapes.arguments)
            ?? Self.fault(of: parameters.statistics, shapes.statistics)
    }

    private static func fault(
        of tensors: [String: Tensor], _ shapes: [String: [Int]]
    ) -> String? {
        for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
            guard let tensor = tensors[name] else { return "parameter '\(name)' is missing" }
            guard tensor.shape == shape else {
                return
                    "parameter '\(name)' has the shape \(tensor.shape), but the graph asks for \(shape)"
            }
            guard isFinite(tensor.elements) else {
                return "parameter '\(name)' has a number that is not finite"
            }
        }
        return nil
    }

    /// Whether every number is one.
    static func isFinite(_ parameters: ParameterSet) -> Bool {
        [parameters.arguments, parameters.statistics].allSatisfy { tensors in
            tensors.values.allSatisfy { isFinite($0.elements) }
        }
    }

    /// Without a branch an element, since there are millions.
    private static func isFinite(_ elements: [Float]) -> Bool {
        let exponent: UInt32 = 0x7F80_0000
        var found: UInt32 = 0
        for element in elements {
            found |= element.bitPattern & exponent == exponent ? 1 : 0
        }
        return found == 0
    }
}
