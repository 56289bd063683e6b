/// Which of the undecided boxes of confident images are meant.
package struct ConfidentBoxFilter: Hashable, Sendable {
    package var label: String
    /// The least score of a box.
    package var minimumScore: Double

    /// A filter; without a score it takes every undecided box of the class.
    package init(label: String, minimumScore: Double = 0) {
        self.label = label
        self.minimumScore = minimumScore
    }
}
