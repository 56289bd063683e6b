import Foundation
import NeuralNetwork

/// A network of networks.txt, with what MXNet computes of it.
struct ReferenceNetwork {
    var name: String
    var graph = Graph()
    var parameters = ParameterSet()
    var data: Tensor?
    var outputs: [(entry: GraphEntry, tensor: Tensor)] = []

    /// All of networks.txt.
    static func all() throws -> [ReferenceNetwork] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("networks.txt")
        var networks: [ReferenceNetwork] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("network ") {
                networks.append(ReferenceNetwork(name: String(line.dropFirst(8))))
            } else {
                let fields = line.split(separator: "|", omittingEmptySubsequences: false)
                networks[networks.count - 1].read(fields.map(String.init))
            }
        }
        return networks
    }

    private mutating func read(_ fields: [String]) {
        switch fields[0] {
        case "node":
            var attributes: [String: String] = [:]
            for pair in fields[4].split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                attributes[parts[0]] = parts[1]
            }
            let inputs = fields[3] == "-" ? [] : fields[3].split(separator: ",").map(Self.entry)
            graph.nodes.append(
                GraphNode(fields[1], name: fields[2], attributes: attributes, inputs: inputs))
        case "output":
            let numbers = fields[3].split(separator: " ").compactMap { Float($0) }
            guard let tensor = Tensor(shape: Self.shape(fields[2]), elements: numbers) else {
                return
            }
            outputs.append((Self.entry(fields[1][...]), tensor))
        default: readValue(fields)
        }
    }

    private mutating func readValue(_ fields: [String]) {
        let (name, shape) = (fields[1], Self.shape(fields[3]))
        guard let seed = UInt64(fields[2]) else { return }
        let tensor = Tensor(shape: shape, elements: Self.elements(name, shape, seed))
        switch fields[0] {
        case "argument": parameters.arguments[name] = tensor
        case "statistic": parameters.statistics[name] = tensor
        default: data = tensor
        }
    }

    private static func entry(_ text: Substring) -> GraphEntry {
        let numbers = text.split(separator: ":").compactMap { Int($0) }
        return GraphEntry(node: numbers[0], output: numbers[1])
    }

    private static func shape(_ text: String) -> [Int] {
        text.split(separator: ",").compactMap { Int($0) }
    }

    /// The formula of networks.py.
    private static func elements(_ name: String, _ shape: [Int], _ seed: UInt64) -> [Float] {
        let factor = (3 / Double(shape.dropFirst().reduce(1, *))).squareRoot()
        return (0..<UInt64(shape.reduce(1, *))).map { index in
            var bits = (index * 2_654_435_761 + seed * 40503) & 0xFFFF_FFFF
            bits ^= bits >> 15
            bits = (bits * 2_246_822_519) & 0xFFFF_FFFF
            bits ^= bits >> 13
            let value = Double(bits) / 2_147_483_648 - 1
            if name.hasSuffix("_weight") { return Float(value * factor) }
            if name.hasSuffix("_gamma") || name.hasSuffix("_moving_var") {
                return Float(1 + 0.5 * value)
            }
            if name.hasSuffix("_scale") { return Float(2 + value) }
            return name == "data" ? Float(value) : Float(0.3 * value)
        }
    }
}
