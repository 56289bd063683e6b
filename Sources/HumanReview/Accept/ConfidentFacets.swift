package import Annotations

/// What the confident images can be filtered by, and how many have each value.
package struct ConfidentFacets: Hashable, Sendable {
    /// A value and how often it is there.
    package struct Value: Hashable, Sendable {
        package var name: String
        package var count: Int

        /// A value and how many images, or boxes, have it.
        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// All classes of the flow, which give boxes their colours.
    package var classes: LabelMap
    /// Classes of the strongest detections, the most frequent first.
    package var labels: [Value]
    /// Model versions, the most frequent first.
    package var models: [Value]
    /// Classes of the boxes that nobody has decided about, and how many boxes of each there are, the most
    /// frequent first.
    package var boxes: [Value]
    /// The least score of a confident image's strongest box; nil when no image is confident.
    package var lowestScore: Double?

    /// Facets.
    package init(
        classes: LabelMap = LabelMap([]), labels: [Value] = [], models: [Value] = [],
        boxes: [Value] = [], lowestScore: Double? = nil
    ) {
        self.classes = classes
        self.labels = labels
        self.models = models
        self.boxes = boxes
        self.lowestScore = lowestScore
    }
}
