import Annotations
import OrderedJSON
import SingleShotDetector

/// What a detector found in one file.
nonisolated struct ImagePrediction: Hashable, Sendable {
    /// As stored, not turned by the orientation.
    var size: PixelSize
    var orientation: ImageOrientation
    /// In the detector's order; boxes are fractions of the stored image.
    var detections: [ClassDetection]

    /// SageMaker's response: rows of class, score, left, top, right and bottom.
    var response: JSONValue {
        let rows = detections.map { detection in
            let box = detection.box
            let numbers = [
                Double(detection.classID), detection.score, box.minimumX, box.minimumY,
                box.maximumX, box.maximumY,
            ]
            return JSONValue.array(numbers.map(JSONValue.number))
        }
        return .object([JSONValue.Member("prediction", .array(rows))])
    }

    /// SageMaker's response when it is asked for with `annotation=1`: boxes in pixels of the stored image.
    var annotationResponse: JSONValue {
        .object([
            JSONValue.Member("image_size", .array([.object(Self.members(of: size))])),
            JSONValue.Member("annotations", .array(detections.map(annotation))),
        ])
    }

    private static func members(of size: PixelSize) -> [JSONValue.Member] {
        [
            JSONValue.Member("width", .integer(Int64(size.width))),
            JSONValue.Member("height", .integer(Int64(size.height))),
            JSONValue.Member("depth", .integer(3)),
        ]
    }

    private func annotation(_ detection: ClassDetection) -> JSONValue {
        let box = detection.box.pixelBox(in: size)
        return .object([
            JSONValue.Member("class_id", .integer(Int64(detection.classID))),
            JSONValue.Member("score", .number(detection.score)),
            JSONValue.Member("left", .integer(Int64(box.left))),
            JSONValue.Member("top", .integer(Int64(box.top))),
            JSONValue.Member("width", .integer(Int64(box.width))),
            JSONValue.Member("height", .integer(Int64(box.height))),
        ])
    }
}
