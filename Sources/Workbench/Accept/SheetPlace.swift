package import HumanReview

/// A place between two sheets: just behind an image or a box.
package enum SheetPlace: Hashable, Sendable {
    case image(ConfidentPlace)
    case box(ConfidentBoxPlace)

    /// The place between two images, when it is one.
    package var image: ConfidentPlace? {
        if case .image(let image) = self { image } else { nil }
    }

    /// The place between two boxes, when it is one.
    package var box: ConfidentBoxPlace? {
        if case .box(let box) = self { box } else { nil }
    }
}
