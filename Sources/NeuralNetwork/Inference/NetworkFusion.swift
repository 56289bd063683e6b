/// Turns a graph into steps for inference: statistics folded, rectifiers and residual sums taken in.
struct NetworkFusion {
    let body: GraphBody
    let parameters: ParameterSet
    let dataShape: [Int]
    let shapes: [[[Int]]]
    /// How many nodes and outputs read an entry.
    private(set) var readers: [GraphEntry: Int] = [:]
    /// Entries that are another by another name.
    private(set) var same: [GraphEntry: GraphEntry] = [:]
    /// Steps; one that moved to a later place leaves a gap.
    var steps: [FusedOperation?] = []
    /// The step that writes an entry.
    var writers: [GraphEntry: Int] = [:]
    var constants: [GraphEntry: Tensor] = [:]
    var input: GraphEntry?
    var inputNormalization: FixedNormalization?

    /// The steps that compute entries of a graph from data of a shape.
    static func network(
        _ graph: Graph, parameters: ParameterSet, dataShape: [Int], outputs: [GraphEntry]
    ) throws(GraphError) -> FusedNetwork {
        let body = try GraphBody(of: graph, computing: outputs)
        var fusion = try NetworkFusion(body, parameters: parameters, dataShape: dataShape)
        for index in body.graph.nodes.indices {
            try fusion.add(index)
        }
        return try fusion.finish()
    }

    private init(
        _ body: GraphBody, parameters: ParameterSet, dataShape: [Int]
    ) throws(GraphError) {
        (self.body, self.parameters, self.dataShape) = (body, parameters, dataShape)
        let inputs = body.graph.nodes.filter { node in
            node.isVariable && parameters.arguments[node.name] == nil
                && parameters.statistics[node.name] == nil
        }
        guard let data = inputs.first else { throw GraphError("there is no input variable") }
        guard inputs.count == 1 else {
            let names = inputs.dropFirst().map(\.name).joined(separator: ", ")
            throw GraphError("the parameters have no \(names)")
        }
        shapes = try body.graph.shapes(given: [data.name: dataShape])
        for entry in body.graph.nodes.flatMap(\.inputs) + body.outputs {
            readers[entry, default: 0] += 1
        }
    }

    private func finish() throws(GraphError) -> FusedNetwork {
        guard let input else { throw GraphError("the outputs do not depend on any input") }
        var extents: [GraphEntry: [Int]] = [:]
        for (node, outputs) in shapes.enumerated() {
            for (output, shape) in outputs.enumerated() {
                extents[GraphEntry(node: node, output: output)] = shape
            }
        }
        return FusedNetwork(
            operations: steps.compactMap { $0 }, shapes: extents, constants: constants,
            input: input, inputNormalization: inputNormalization,
            outputs: body.outputs.map(resolved))
    }

    /// What an entry is once identities are looked through.
    func resolved(_ entry: GraphEntry) -> GraphEntry {
        same[entry] ?? entry
    }

    /// Whether nothing but one node reads an entry, through identities as well.
    func hasOneReader(_ entry: GraphEntry) -> Bool {
        readers[entry] == 1
    }

    /// Makes an entry another name of a value; what reads either reads the value.
    mutating func identify(_ entry: GraphEntry, with value: GraphEntry) {
        same[entry] = value
        readers[value, default: 1] += (readers[entry] ?? 0) - 1
    }

    func shape(of entry: GraphEntry) -> [Int] {
        shapes[entry.node][entry.output]
    }

    mutating func append(
        _ kind: FusedOperation.Kind, name: String, inputs: [GraphEntry], output: GraphEntry
    ) {
        writers[output] = steps.count
        steps.append(FusedOperation(name: name, kind: kind, inputs: inputs, output: output))
    }

    /// Lets a step write another entry than before, which takes the old one's place.
    mutating func redirect(
        _ step: Int, to output: GraphEntry, _ change: (inout FusedOperation) -> Void
    ) {
        guard var operation = steps[step] else { return }
        change(&operation)
        operation.output = output
        steps[step] = operation
        writers[output] = step
    }
}
