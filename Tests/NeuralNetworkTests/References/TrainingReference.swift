import Foundation
import NeuralNetwork

/// A network of training.txt, with what PyTorch computes of it and of its gradients.
struct TrainingReference: CustomStringConvertible {
    let name: String
    var graph = Graph()
    var parameters = ParameterSet()
    var data: Tensor?
    /// Entries with what is kept of them, and the gradients they are given.
    var outputs: [(entry: GraphEntry, kept: [Double], slope: Tensor)] = []
    var gradients: [String: [Double]] = [:]
    var running: [String: [Double]] = [:]

    var description: String { name }

    /// All of training.txt.
    static func all() throws -> [TrainingReference] {
        var networks: [TrainingReference] = []
        for line in try lines(of: "training.txt") {
            if line.hasPrefix("network ") {
                networks.append(TrainingReference(name: String(line.dropFirst(8))))
            } else {
                let fields = line.split(separator: "|", omittingEmptySubsequences: false)
                networks[networks.count - 1].read(fields.map(String.init))
            }
        }
        return networks
    }

    /// The lines of a file beside this one.
    static func lines(of file: String) throws -> [Substring] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        return text.split(separator: "\n")
    }

    /// Numbers between -1 and 1 that the scripts make too.
    static func numbers(_ count: Int, seed: UInt64) -> [Double] {
        (0..<UInt64(count)).map { index in
            var bits = (index * 2_654_435_761 + seed * 40503) & 0xFFFF_FFFF
            bits ^= bits >> 15
            bits = (bits * 2_246_822_519) & 0xFFFF_FFFF
            bits ^= bits >> 13
            return Double(bits) / 2_147_483_648 - 1
        }
    }

    /// The same as a tensor.
    static func tensor(_ shape: [Int], seed: UInt64) -> Tensor? {
        Tensor(shape: shape, elements: numbers(shape.reduce(1, *), seed: seed).map(Float.init))
    }

    /// What the scripts keep of a tensor: 8 projections and the norm.
    static func kept(_ tensor: Tensor) -> [Double] {
        let values = tensor.elements.map(Double.init)
        let sums = (0..<8).map { (projection: UInt64) in
            zip(values, numbers(values.count, seed: 1000 + projection)).reduce(0) {
                $0 + $1.0 * $1.1
            }
        }
        return sums + [values.reduce(0) { $0 + $1 * $1 }.squareRoot()]
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
            let shape = Self.integers(fields[3])
            guard let slope = Self.tensor(shape, seed: UInt64(fields[2]) ?? 0) else { return }
            outputs.append((Self.entry(fields[1][...]), Self.doubles(fields[4]), slope))
        case "gradient": gradients[fields[1]] = Self.doubles(fields[2])
        case "running": running[fields[1]] = Self.doubles(fields[2])
        default: readValue(fields)
        }
    }

    private mutating func readValue(_ fields: [String]) {
        let (name, shape) = (fields[1], Self.integers(fields[3]))
        let values = Self.numbers(shape.reduce(1, *), seed: UInt64(fields[2]) ?? 0)
        let factor = (3 / Double(shape.dropFirst().reduce(1, *))).squareRoot()
        let elements = values.map { value in
            if name.hasSuffix("_weight") { return Float(value * factor) }
            if name.hasSuffix("_gamma") || name.hasSuffix("_moving_var") {
                return Float(1 + 0.5 * value)
            }
            if name.hasSuffix("_scale") { return Float(2 + value) }
            return name == "data" ? Float(value) : Float(0.3 * value)
        }
        let tensor = Tensor(shape: shape, elements: elements)
        switch fields[0] {
        case "argument": parameters.arguments[name] = tensor
        case "statistic": parameters.statistics[name] = tensor
        default: data = tensor
        }
    }

    private static func entry(_ text: Substring) -> GraphEntry {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return GraphEntry(node: parts[0], output: parts[1])
    }

    private static func integers(_ text: String) -> [Int] {
        text.split(separator: " ").compactMap { Int($0) }
    }

    private static func doubles(_ text: String) -> [Double] {
        text.split(separator: " ").compactMap { Double($0) }
    }
}
