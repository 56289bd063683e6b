/// Which of the confident images are meant.
package struct ConfidentFilter: Hashable, Sendable {
    /// The least score of an image's strongest detection.
    package var minimumScore: Double
    /// Classes of the strongest detection; none for every class.
    package var labels: Set<String>
    /// The model version that predicted them, or nil for every one.
    package var model: String?

    /// A filter; without arguments it takes every confident image.
    package init(minimumScore: Double = 0, labels: Set<String> = [], model: String? = nil) {
        self.minimumScore = minimumScore
        self.labels = labels
        self.model = model
    }
}
