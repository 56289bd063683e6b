package import Annotations

/// An image that waits to be accepted, with what the model says of it.
package struct ConfidentImage: Hashable, Sendable {
    package var image: ReviewImage
    /// The detections at or above the flow's display threshold, in the detector's order.
    package var detections: [Detection]
    /// Which of these were accepted one by one, as indices.
    package var accepted: Set<Int>
    /// The strongest detection's score and class.
    package var score: Double
    package var label: String
    /// The version that predicted it.
    package var model: String
    /// When it was predicted.
    package var predictionTime: Timestamp
    /// The classes shown and how many of each, `car 2,person 1`.
    package var classMix: String

    /// A confident image.
    package init(
        image: ReviewImage, detections: [Detection], accepted: Set<Int> = [], score: Double,
        label: String, model: String, predictionTime: Timestamp, classMix: String
    ) {
        self.image = image
        self.detections = detections
        self.accepted = accepted
        self.score = score
        self.label = label
        self.model = model
        self.predictionTime = predictionTime
        self.classMix = classMix
    }

    /// Where a page that ends with this image ends.
    package func place(in order: ConfidentQuery.Order) -> ConfidentPlace {
        let group: ConfidentPlace.Group =
            switch order {
            case .score: .none
            case .label: .text(label)
            case .model: .text(model)
            case .age: .time(predictionTime)
            case .classMix: .text(classMix)
            }
        return ConfidentPlace(group: group, score: score, image: image.id)
    }
}
