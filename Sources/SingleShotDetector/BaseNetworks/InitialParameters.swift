package import NeuralNetwork

extension ParameterSet {
    /// The parameters a training from scratch begins with: weights by Xavier's rule (uniform, the average
    /// of inputs and outputs, magnitude 3), running variances and gammas 1, what the graph's `__init__`
    /// says of a variable, and 0 for the rest.
    ///
    /// A parameter's numbers follow from the seed and its name alone.
    ///
    /// - Throws: ``GraphError`` for a graph that is no SSD network, or an `__init__` that is not a constant.
    package static func initial(for graph: Graph, seed: UInt64) throws(GraphError) -> ParameterSet {
        let network = try DetectionNetwork(graph)
        let shapes = try graph.parameterShapes(given: [network.inputName: [1, 3, 512, 512]])
        var constants: [String: Float] = [:]
        for node in graph.nodes where node.isVariable {
            constants[node.name] = try InitialConstant(node)?.value
        }
        var parameters = ParameterSet()
        for (name, shape) in shapes.arguments {
            parameters.arguments[name] =
                constants[name].map { Tensor(shape: shape, repeating: $0) }
                ?? initial(name, shape, seed: seed)
        }
        for (name, shape) in shapes.statistics {
            let value: Float = name.hasSuffix("_moving_var") ? 1 : 0
            parameters.statistics[name] = Tensor(shape: shape, repeating: constants[name] ?? value)
        }
        return parameters
    }

    private static func initial(_ name: String, _ shape: [Int], seed: UInt64) -> Tensor? {
        guard name.hasSuffix("_weight") else {
            return Tensor(shape: shape, repeating: name.hasSuffix("_gamma") ? 1 : 0)
        }
        var numbers = InitialWeights(name: name, seed: seed)
        return numbers.tensor(shape)
    }
}
