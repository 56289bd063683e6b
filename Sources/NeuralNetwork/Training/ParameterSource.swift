/// Where layers get their parameters from.
struct ParameterSource {
    private let graph: Graph
    private let parameters: ParameterSet
    private let shapes: ParameterShapes
    private let frozen: Set<String>

    init(
        _ graph: Graph, _ parameters: ParameterSet, shapes: ParameterShapes, frozen: Set<String>
    ) {
        (self.graph, self.parameters) = (graph, parameters)
        (self.shapes, self.frozen) = (shapes, frozen)
    }

    /// Whether a parameter is to learn.
    func isTrained(_ name: String) -> Bool { !frozen.contains(name) }

    /// An argument in the layout its layer wants.
    func parameter(
        _ name: String, layout: MemoryDescriptor, engine: OneDNNEngine
    ) throws -> TrainingParameter {
        let value = try checked(parameters.arguments[name], shapes.arguments[name], name)
        guard let index = graph.index(ofNode: name) else {
            throw GraphError(node: name, "the graph has no such variable")
        }
        return try TrainingParameter(
            name, value, layout: layout, rates: ParameterRates(of: graph.nodes[index]),
            isTrained: isTrained(name), engine: engine)
    }

    /// A running mean or variance.
    func statistic(_ name: String) throws -> Tensor {
        try checked(parameters.statistics[name], shapes.statistics[name], name)
    }

    private func checked(_ value: Tensor?, _ shape: [Int]?, _ name: String) throws -> Tensor {
        guard let value else { throw GraphError(node: name, "the parameters lack it") }
        guard value.shape == shape else {
            throw GraphError(
                node: name,
                "the parameters have it in the shape \(value.shape): expected \(shape ?? [])")
        }
        return value
    }
}
