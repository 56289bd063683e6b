package import Annotations
package import OrderedJSON

/// What a human loop was started with: A2I's `InputContent`, which templates read as `task.input` and
/// the output object carries unchanged.
package struct InputContent: Hashable, Sendable {
    /// The detections at or above the flow's display threshold, rounded to whole pixels.
    package var proposals: [Proposal]
    /// The label of the strongest detection, whatever its score; nil when there is none.
    package var initialValue: String?
    /// The image's URI.
    package var taskObject: String

    /// The input of a loop about an image.
    ///
    /// - Parameters:
    ///   - image: the image under review.
    ///   - prediction: what the detector said about it, if it was asked.
    ///   - displayThreshold: the lowest score of a proposal.
    package init(image: ReviewImage, prediction: Prediction?, displayThreshold: Double) {
        let detections = prediction?.detections ?? []
        proposals = detections.enumerated().compactMap { position, detection in
            guard detection.score >= displayThreshold else { return nil }
            return Proposal(position: position, detection: detection, size: image.size)
        }
        initialValue = prediction?.strongest?.label
        taskObject = image.uri
    }

    /// The boxes a reviewer starts from when the template names no others.
    package var initialBoxes: [ReviewBox] {
        proposals.map {
            ReviewBox(id: $0.position, label: $0.label, box: $0.box, score: $0.score)
        }
    }

    /// The members in alphabetical order, as the service writes them.
    package var json: JSONValue {
        let boxes = JSONValue.Member("boundingBoxes", .array(proposals.map(\.json)))
        let value = initialValue.map { JSONValue.Member("initialValue", .string($0)) }
        let object = JSONValue.Member("taskObject", .string(taskObject))
        return .object([boxes] + (value.map { [$0] } ?? []) + [object])
    }

    /// A detection as a box of whole pixels.
    package struct Proposal: Hashable, Sendable {
        /// The detection's place in its prediction, which is also its box's id.
        package var position: Int
        package var label: String
        package var score: Double
        package var box: BoundingBox

        init(position: Int, detection: Detection, size: PixelSize) {
            self.position = position
            label = detection.label
            score = detection.score
            box = detection.box.pixelBox(in: size)
        }

        fileprivate var json: JSONValue {
            .object([
                .init("height", .integer(Int64(box.height))), .init("label", .string(label)),
                .init("left", .integer(Int64(box.left))), .init("score", .number(score)),
                .init("top", .integer(Int64(box.top))), .init("width", .integer(Int64(box.width))),
            ])
        }
    }
}
