internal import Foundation
package import NeuralNetwork

/// Tells anchors what to find (MXNet's `_contrib_MultiBoxTarget`, contract §7.5).
package struct MultiBoxTarget: Sendable {
    private let rows: [Float]
    private let columns: AnchorColumns
    private let attributes: MultiBoxTargetAttributes
    private let variances: [Float]

    /// Targets for anchors (A, 4), corners as fractions of the image.
    ///
    /// - Throws: ``GraphError`` unless there is a variance for each of an anchor's four numbers.
    package init(anchors: [Float], attributes: MultiBoxTargetAttributes) throws(GraphError) {
        guard attributes.variances.count == 4, anchors.count.isMultiple(of: 4) else {
            throw GraphError(
                "MultiBoxTarget needs 4 numbers an anchor and 4 variances, not \(attributes.variances)"
            )
        }
        variances = attributes.variances.map(Float.init)
        rows = anchors
        columns = AnchorColumns(anchors)
        self.attributes = attributes
    }

    /// How many anchors an image has.
    package var anchorCount: Int { columns.count }

    /// The targets of a batch, negatives chosen by the network's logits (N, C + 1, A).
    ///
    /// - Throws: ``GraphError`` when the logits are not for these anchors, or there are not as many images.
    package func targets(logits: Tensor, labels: [[GroundTruthBox]]) throws(GraphError)
        -> MultiBoxTargets
    {
        guard logits.shape.count == 3, logits.shape[0] == labels.count,
            logits.shape[2] == anchorCount, logits.shape[1] > 1
        else {
            throw GraphError(
                "logits of shape \(logits.shape) do not fit \(labels.count) images with \(anchorCount) anchors each"
            )
        }
        if let object = labels.joined().first(where: { $0.classID < 0 }) {
            throw GraphError("an object's class is \(object.classID): classes are counted from 0")
        }
        var targets = MultiBoxTargets(imageCount: labels.count, anchorCount: anchorCount)
        let classCount = logits.shape[1]
        logits.elements.withUnsafeBufferPointer { logits in
            guard let first = logits.baseAddress else { return }
            for (image, objects) in labels.enumerated() where !objects.isEmpty {
                let own = first + image * classCount * anchorCount
                write(image, of: objects, to: &targets, logits: own, classCount: classCount)
            }
        }
        return targets
    }

    private func write(
        _ image: Int, of objects: [GroundTruthBox], to targets: inout MultiBoxTargets,
        logits: UnsafePointer<Float>, classCount: Int
    ) {
        let boxes = objects.map { BoxCorners($0.box) }
        let matching = AnchorMatching(
            OverlapTable(anchors: columns, boxes: boxes), anchorCount: anchorCount,
            threshold: Float(attributes.overlapThreshold))
        let first = image * anchorCount
        for anchor in negatives(matching, logits: logits, classCount: classCount) {
            targets.classes[first + anchor] = 0
        }
        for anchor in 0..<anchorCount where matching.objects[anchor] >= 0 {
            let object = Int(matching.objects[anchor])
            targets.classes[first + anchor] = Int32(clamping: objects[object].classID) + 1
            encode(
                boxes[object], at: anchor, into: &targets.locations, offset: (first + anchor) * 4)
        }
    }

    private func negatives(
        _ matching: AnchorMatching, logits: UnsafePointer<Float>, classCount: Int
    ) -> [Int] {
        guard attributes.negativeMiningRatio > 0 else {
            return (0..<anchorCount).filter { matching.objects[$0] < 0 }
        }
        let mining = HardNegativeMining(
            ratio: Float(attributes.negativeMiningRatio),
            threshold: Float(attributes.negativeMiningThreshold))
        return mining.negatives(
            matching, anchorCount: anchorCount, logits: logits, classCount: classCount)
    }

    private func encode(
        _ box: BoxCorners, at row: Int, into locations: inout [Float], offset: Int
    ) {
        let anchor = BoxCorners(rows, row: row)
        locations[offset] = (box.centerX - anchor.centerX) / anchor.width / variances[0]
        locations[offset + 1] = (box.centerY - anchor.centerY) / anchor.height / variances[1]
        locations[offset + 2] = log(box.width / anchor.width) / variances[2]
        locations[offset + 3] = log(box.height / anchor.height) / variances[3]
    }
}
