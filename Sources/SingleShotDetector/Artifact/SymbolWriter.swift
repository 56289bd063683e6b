internal import NeuralNetwork
internal import OrderedJSON

/// Writes a `-symbol.json` file as MXNet 1.x reads it (contract §8.2).
struct SymbolWriter {
    /// The version that SageMaker's container wrote; every later one reads it without an upgrade.
    private static let version = 10300

    let graph: Graph

    /// The whole file.
    var bytes: [UInt8] { JSONWriter(style: .compact).bytes(of: document) }

    private var document: JSONValue {
        .object([
            .init("nodes", .array(graph.nodes.map(node))),
            .init("arg_nodes", .array(variables.map(integer))),
            .init("node_row_ptr", .array(outputPositions.map(integer))),
            .init("heads", .array(graph.heads.map(entry))),
            .init(
                "attrs",
                .object([.init("mxnet_version", .array([.string("int"), integer(Self.version)]))])),
        ])
    }

    private func node(_ node: GraphNode) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("op", .string(node.operatorName)), .init("name", .string(node.name)),
        ]
        if !node.attributes.isEmpty {
            let attributes = node.attributes.sorted { $0.key < $1.key }
            members.append(
                .init("attrs", .object(attributes.map { .init($0.key, .string($0.value)) })))
        }
        members.append(.init("inputs", .array(node.inputs.map(entry))))
        return .object(members)
    }

    private var variables: [Int] { graph.nodes.indices.filter { graph.nodes[$0].isVariable } }

    /// How many outputs come before each node, and how many there are.
    private var outputPositions: [Int] {
        graph.nodes.reduce(into: [0]) { positions, node in
            positions.append((positions.last ?? 0) + node.outputCount)
        }
    }

    private func entry(_ entry: GraphEntry) -> JSONValue {
        .array([integer(entry.node), integer(entry.output), integer(entry.version)])
    }

    private func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }
}
