package import HumanReview

/// The loop of the list that is looked at.
package struct LoopDetailState: Hashable, Sendable {
    /// Whose boxes are drawn.
    package enum Boxes: Hashable, Sendable, CaseIterable {
        case both
        case model
        case people
    }

    package var name: String
    package var view: LoopView?
    /// Why it could not be read.
    package var failure: String?
    package var boxes = Boxes.both
    package var raster: PhotoRaster?
    /// The latest photo asked for, so that it is asked for once.
    package var requested: PhotoRequest?
    /// Why the photo cannot be shown.
    package var photoFailure: String?

    /// A loop that was not read yet.
    package init(name: String) { self.name = name }

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool {
        view == nil && failure == nil || photoFailure == nil && raster?.request != requested
    }
}
