internal import Foundation
internal import Annotations
package import NeuralNetwork

/// Detections from what the network says of every anchor (`_contrib_MultiBoxDetection`, contract §7.7), in MXNet's
/// 32-bit arithmetic and order.
package struct MultiBoxDetection: Sendable {
    package let attributes: MultiBoxDetectionAttributes
    /// Left, top, right and bottom of each, as fractions of the image.
    package let anchors: [Float]

    /// A decoder for anchors laid by ``MultiBoxPrior``.
    package init(_ attributes: MultiBoxDetectionAttributes, anchors: [Float]) {
        (self.attributes, self.anchors) = (attributes, anchors)
    }

    /// What the network found, in the order of the operator's rows.
    ///
    /// - Parameters:
    ///   - logits: of one image, (classes + 1, anchors), before the softmax; the background comes first.
    ///   - locations: of one image, four to an anchor.
    /// - Returns: the rows that the operator does not drop, without those whose corners are no finite numbers.
    package func detections(
        logits: UnsafeBufferPointer<Float>, locations: UnsafeBufferPointer<Float>
    ) -> [ClassDetection] {
        guard locations.count >= anchors.count else { return [] }
        let scored = ClassScores(
            logits: logits, anchors: anchors.count / 4, threshold: Float(attributes.threshold))
        let candidates = scored.classes.indices.filter { scored.classes[$0] > 0 }
        let threshold = Float(attributes.suppressionThreshold)
        guard threshold > 0, threshold <= 1 else {
            return candidates.compactMap { row($0, scored, box($0, locations)) }
        }
        let limit = attributes.topCount > 0 ? attributes.topCount : nil
        let kept = CandidateOrder.strongest(
            candidates.map { scored.scores[$0] }, count: limit
        ).map { candidates[$0] }
        let boxes = kept.map { box($0, locations) }
        let suppression = NonMaximumSuppression(
            threshold: threshold, acrossClasses: attributes.suppressesAcrossClasses)
        let standing = suppression.standing(boxes: boxes, classes: kept.map { scored.classes[$0] })
        return kept.indices.filter { standing[$0] }
            .compactMap { row(kept[$0], scored, boxes[$0]) }
    }

    private func row(_ anchor: Int, _ scored: ClassScores, _ box: SIMD4<Float>) -> ClassDetection? {
        let corners = NormalizedBox(
            minimumX: Double(box[0]), minimumY: Double(box[1]), maximumX: Double(box[2]),
            maximumY: Double(box[3]))
        guard corners.isValid else { return nil }
        return ClassDetection(
            classID: Int(scored.classes[anchor]) - 1, score: Double(scored.scores[anchor]),
            box: corners)
    }

    /// An anchor moved and stretched as the network says.
    private func box(_ anchor: Int, _ locations: UnsafeBufferPointer<Float>) -> SIMD4<Float> {
        let (place, variances) = (anchor * 4, attributes.variances.map { Float($0) })
        let (left, top) = (anchors[place], anchors[place + 1])
        let (width, height) = (anchors[place + 2] - left, anchors[place + 3] - top)
        let centerX = (left + anchors[place + 2]) / 2
        let centerY = (top + anchors[place + 3]) / 2
        let x = locations[place] * variances[0] * width + centerX
        let y = locations[place + 1] * variances[1] * height + centerY
        let halfWidth = expf(locations[place + 2] * variances[2]) * width / 2
        let halfHeight = expf(locations[place + 3] * variances[3]) * height / 2
        let box = SIMD4(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight)
        return attributes.clips ? box.clamped(lowerBound: .zero, upperBound: .one) : box
    }
}
