internal import Imaging
package import NeuralNetwork

/// Images and objects as a step takes them.
package struct TrainingBatch: Sendable {
    /// (N, 3, side, side), RGB less the mean.
    package var data: Tensor
    package var labels: [[GroundTruthBox]]

    /// The mean colour of the example's training, red, green and blue (contract §7.3).
    package static let mean: [Float] = [123, 117, 104]

    /// The batch of drawn samples.
    ///
    /// - Throws: what the data throw, or ``GraphError`` for one of another size.
    package init(
        _ draws: [TrainingCourse.Draw], of data: any TrainingData, side: Int
    ) throws {
        var elements = [Float](repeating: 0, count: draws.count * 3 * side * side)
        labels = []
        for (index, draw) in draws.enumerated() {
            let image = try data.image(draw.sample, side: side, using: draw.generator)
            guard image.image.width == side, image.image.height == side else {
                throw GraphError("sample \(draw.sample) should have \(side) x \(side) pixels")
            }
            Self.write(image.image.pixels, to: &elements, from: index * 3 * side * side)
            labels.append(image.objects)
        }
        guard let tensor = Tensor(shape: [draws.count, 3, side, side], elements: elements) else {
            throw GraphError("a batch of \(draws.count) images of \(side) pixels is too large")
        }
        self.data = tensor
    }

    private static func write(_ pixels: [UInt8], to elements: inout [Float], from start: Int) {
        let count = pixels.count / 3
        elements.withUnsafeMutableBufferPointer { elements in
            pixels.withUnsafeBufferPointer { pixels in
                for channel in 0..<3 {
                    let plane = start + channel * count
                    for place in 0..<count {
                        elements[plane + place] = Float(pixels[3 * place + channel]) - mean[channel]
                    }
                }
            }
        }
    }
}
