/// Confident images in an order.
package struct ConfidentQuery: Hashable, Sendable {
    package var filter: ConfidentFilter
    package var order: Order

    /// A query; by default every confident image, the surest first.
    package init(filter: ConfidentFilter = ConfidentFilter(), order: Order = .score) {
        self.filter = filter
        self.order = order
    }

    /// What images are sorted by; within equals the surest comes first.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        case score
        /// The class of the strongest detection, by name.
        case label
        /// The model version, by name.
        case model
        /// The oldest prediction first.
        case age
        /// What is on the image and how often: images alike stand together.
        case classMix
    }
}
