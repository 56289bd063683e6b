internal import Annotations
internal import Foundation
internal import NeuralNetwork
internal import SingleShotDetector

/// A batch of noise with three boxes an image, the same in every run.
struct TrainingBatch {
    let labels: [[GroundTruthBox]]
    private let shape: [Int]
    private let elements: [Float]

    init(size: Int, side: Int, classCount: Int) {
        var state: UInt64 = 1
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        shape = [size, 3, side, side]
        elements = (0..<size * 3 * side * side).map { _ in Float(next() * 255 - 115) }
        labels = (0..<size).map { _ in
            (0..<3).map { _ in
                let (left, top) = (next() * 0.5, next() * 0.5)
                let box = NormalizedBox(
                    minimumX: left, minimumY: top, maximumX: left + 0.15 + next() * 0.3,
                    maximumY: top + 0.15 + next() * 0.3)
                return GroundTruthBox(classID: Int(next() * Double(classCount)), box: box)
            }
        }
    }

    /// The pixels, less a mean.
    func data() throws -> Tensor {
        guard let tensor = Tensor(shape: shape, elements: elements) else {
            throw UsageError(message: "no batch has the shape \(shape)")
        }
        return tensor
    }

    /// Writes `data.bin` and `label.bin`, rows (class, left, top, right, bottom) of 32-bit floats.
    func write(to folder: URL) throws {
        let rows = labels.joined().flatMap { object in
            [
                Float(object.classID), Float(object.box.minimumX), Float(object.box.minimumY),
                Float(object.box.maximumX), Float(object.box.maximumY),
            ]
        }
        for (name, numbers) in [("data.bin", elements), ("label.bin", rows)] {
            let bytes = numbers.withUnsafeBytes { Data($0) }
            try bytes.write(to: folder.appendingPathComponent(name))
        }
    }
}
