package import Annotations

/// What the confident images can be filtered by, and how many have each value.
package struct ConfidentFacets: Hashable, Sendable {
    /// A value and its images.
    package struct Value: Hashable, Sendable {
        package var name: String
        package var count: Int

        /// A value and how many images have it.
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

    /// Facets.
    package init(
        classes: LabelMap = LabelMap([]), labels: [Value] = [], models: [Value] = []
    ) {
        self.classes = classes
        self.labels = labels
        self.models = models
    }
}
