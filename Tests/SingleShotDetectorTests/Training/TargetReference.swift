import Annotations
import Foundation
import NeuralNetwork
import SingleShotDetector

/// A line of targets.txt, with the batch that it is of.
struct TargetReference {
    static let imageCount = 5
    static let classCount = 3

    let name: String
    /// By position in (N, A): the class of an anchor with a part.
    let classes: [Int: Int32]
    let encoded: [Double]
    let losses: TrainingLosses
    let logitsGradient: [Double]
    let locationsGradient: [Double]

    init(_ line: Substring) {
        let fields = line.split(separator: "|").map(String.init)
        name = fields[0]
        let pairs = fields[1].split(separator: " ").map { $0.split(separator: ":") }
        classes = Dictionary(
            uniqueKeysWithValues: pairs.map { (Int($0[0]) ?? -1, Int32($0[1]) ?? -1) })
        encoded = Self.doubles(fields[2])
        losses = TrainingLosses(
            crossEntropySum: Double(fields[3]) ?? -1, smoothL1Sum: Double(fields[4]) ?? -1,
            count: Int(fields[5]) ?? -1)
        logitsGradient = Self.doubles(fields[6])
        locationsGradient = Self.doubles(fields[7])
    }

    /// All of targets.txt.
    static func all() throws -> [TargetReference] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("References/targets.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(Self.init)
    }

    static func anchors() throws -> [Float] {
        try [(8, "(0.2, 0.272)"), (4, "(0.37, 0.447)")].flatMap { side, sizes in
            let node = GraphNode(
                "_contrib_MultiBoxPrior", name: "prior",
                attributes: ["sizes": sizes, "ratios": "(1, 2, 0.5, 3, 0.3333333333333333)"],
                inputs: [GraphEntry(node: 0)])
            guard case .multiBoxPrior(let attributes) = try Operation(node) else {
                return [Float]()
            }
            return MultiBoxPrior.anchors(rows: side, columns: side, attributes)
        }
    }

    static let labels: [[GroundTruthBox]] = [0, 1, 3, 6, 12].enumerated().map { image, count in
        let values = numbers(count * 5, seed: UInt64(10 + image)).map { $0 / 2 + 0.5 }
        return stride(from: 0, to: values.count, by: 5).map { row in
            let left = Float(0.8 * values[row + 1])
            let top = Float(0.8 * values[row + 2])
            let box = NormalizedBox(
                minimumX: Double(left), minimumY: Double(top),
                maximumX: Double(left + Float(0.1 + 0.4 * values[row + 3])),
                maximumY: Double(top + Float(0.1 + 0.4 * values[row + 4])))
            return GroundTruthBox(classID: Int(values[row] * Double(classCount)), box: box)
        }
    }

    static func logits(anchorCount: Int) -> Tensor? {
        let shape = [imageCount, classCount + 1, anchorCount]
        let values = numbers(shape.reduce(1, *), seed: 20)
        return Tensor(shape: shape, elements: values.map { Float(3 * $0) })
    }

    static func locations(anchorCount: Int) -> Tensor? {
        let values = numbers(imageCount * anchorCount * 4, seed: 21)
        return Tensor(shape: [imageCount, anchorCount * 4], elements: values.map { Float($0) })
    }

    /// Whether a tensor is the one that `expected` is kept of.
    static func differs(_ elements: [Float], from expected: [Double]) -> Double {
        let values = elements.map(Double.init)
        let sums = (0..<8).map { (projection: UInt64) in
            zip(values, numbers(values.count, seed: 1000 + projection)).reduce(0) {
                $0 + $1.0 * $1.1
            }
        }
        let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return (zip(sums + [norm], expected).map { abs($0 - $1) }.max() ?? .infinity) / expected[8]
    }

    private static func numbers(_ count: Int, seed: UInt64) -> [Double] {
        (0..<UInt64(count)).map { index in
            var bits = (index * 2_654_435_761 + seed * 40503) & 0xFFFF_FFFF
            bits ^= bits >> 15
            bits = (bits * 2_246_822_519) & 0xFFFF_FFFF
            bits ^= bits >> 13
            return Double(bits) / 2_147_483_648 - 1
        }
    }

    private static func doubles(_ text: String) -> [Double] {
        text.split(separator: " ").compactMap { Double($0) }
    }
}
