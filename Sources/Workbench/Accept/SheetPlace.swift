package import HumanReview

/// A place between two sheets: just behind an image or a box.
package enum SheetPlace: Hashable, Sendable {
    case image(ConfidentPlace)
    case box(ConfidentBoxPlace)
}
