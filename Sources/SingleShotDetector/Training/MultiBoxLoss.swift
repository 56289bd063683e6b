internal import Foundation
package import NeuralNetwork

/// The losses of a detector and their gradients (contract §7.6): softmax cross-entropy over the classes and
/// smooth L1 over the locations of positives, both normalised over the whole batch.
package struct MultiBoxLoss: Hashable, Sendable {
    private let classification: SoftmaxOutput
    private let location: MakeLoss
    private let smoothL1Scalar: Double

    /// The losses of a graph's `SoftmaxOutput`, `MakeLoss` and `smooth_l1`.
    package init(classification: SoftmaxOutput, location: MakeLoss, smoothL1Scalar: Double) {
        self.classification = classification
        self.location = location
        self.smoothL1Scalar = smoothL1Scalar
    }

    /// Losses and gradients of one batch.
    package struct Result: Sendable {
        package var losses: TrainingLosses
        /// Of the logits, (N, C + 1, A).
        package var logits: Tensor
        /// Of the locations, (N, 4A).
        package var locations: Tensor
    }

    /// The losses of logits (N, C + 1, A) and locations (N, 4A), whose anchors are to find `targets`.
    ///
    /// - Throws: ``GraphError`` when the shapes do not fit each other or a class is beyond the logits'.
    package func losses(
        logits: Tensor, locations: Tensor, targets: MultiBoxTargets
    ) throws(GraphError) -> Result {
        let shape = logits.shape
        guard shape.count == 3, shape[2] == targets.anchorCount,
            targets.classes.count == shape[0] * shape[2],
            locations.elements.count == targets.locations.count
        else {
            throw GraphError(
                "logits of shape \(shape) and locations of shape \(locations.shape) do not fit the targets"
            )
        }
        if let largest = targets.classes.max(), Int(largest) >= shape[1] {
            throw GraphError(
                "an object's class is \(largest - 1), but the network knows \(shape[1] - 1) classes, counted from 0"
            )
        }
        var result = Result(losses: TrainingLosses(), logits: logits, locations: locations)
        classify(&result, targets)
        locate(&result, targets)
        return result
    }

    /// Turns the logits into their gradients.
    private func classify(_ result: inout Result, _ targets: MultiBoxTargets) {
        let (classCount, anchorCount) = (result.logits.shape[1], targets.anchorCount)
        let counted = targets.classes.reduce(0) { $1 >= 0 ? $0 + 1 : $0 }
        let scale = classificationScale(
            counted: counted, images: result.logits.shape[0], anchors: anchorCount)
        var (sum, values) = (0.0, [Float](repeating: 0, count: classCount))
        let logits = result.logits.elements
        result.logits.elements = [Float](repeating: 0, count: logits.count)
        for (index, target) in targets.classes.enumerated() where target >= 0 {
            let (image, anchor) = index.quotientAndRemainder(dividingBy: anchorCount)
            let first = image * classCount * anchorCount + anchor
            for row in 0..<classCount { values[row] = logits[first + row * anchorCount] }
            Self.softmax(&values)
            sum -= log(Double(values[Int(target)]) + 1e-8)
            values[Int(target)] -= 1
            for row in 0..<classCount {
                result.logits.elements[first + row * anchorCount] = values[row] * scale
            }
        }
        result.losses.crossEntropySum = sum
        result.losses.count = counted
    }

    /// As MXNet scales it: only valid normalisation leaves the number of anchors out.
    private func classificationScale(counted: Int, images: Int, anchors: Int) -> Float {
        let divisor =
            switch classification.normalization {
            case .valid: max(counted, 1)
            case .batch: images * anchors
            case .none: anchors
            }
        return Float(classification.gradientScale) / Float(divisor)
    }

    private static func softmax(_ values: inout [Float]) {
        let largest = values.max() ?? 0
        var sum: Float = 0
        for index in values.indices {
            values[index] = exp(values[index] - largest)
            sum += values[index]
        }
        for index in values.indices { values[index] /= sum }
    }

    /// Turns the locations into their gradients.
    private func locate(_ result: inout Result, _ targets: MultiBoxTargets) {
        let square = Float(smoothL1Scalar * smoothL1Scalar)
        var (sum, counted) = (0.0, 0)
        let locations = result.locations.elements
        result.locations.elements = [Float](repeating: 0, count: locations.count)
        for (index, target) in targets.classes.enumerated() where target > 0 {
            for element in index * 4..<index * 4 + 4 {
                let distance = locations[element] - targets.locations[element]
                let isNear = abs(distance) < 1 / square
                let loss =
                    isNear ? 0.5 * square * distance * distance : abs(distance) - 0.5 / square
                sum += Double(loss)
                if loss > Float(location.validThreshold) { counted += 1 }
                let slope = isNear ? square * distance : distance > 0 ? 1 : -1
                result.locations.elements[element] = slope
            }
        }
        let scale = locationScale(counted: counted, images: result.logits.shape[0])
        for (index, target) in targets.classes.enumerated() where target > 0 {
            for element in index * 4..<index * 4 + 4 { result.locations.elements[element] *= scale }
        }
        result.losses.smoothL1Sum = sum
    }

    private func locationScale(counted: Int, images: Int) -> Float {
        let divisor =
            switch location.normalization {
            case .valid: max(counted, 1)
            case .batch: images
            case .none: 1
            }
        return Float(location.gradientScale) / Float(divisor)
    }
}
