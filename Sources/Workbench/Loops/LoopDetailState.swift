package import HumanReview

/// The loop of the list that is looked at.
package struct LoopDetailState: Hashable, Sendable {
    /// Whose boxes are drawn.
    package enum Boxes: Hashable, Sendable, CaseIterable {
        /// The model's on one photo and the people's on another beside it.
        case beside
        /// Both on one photo.
        case both
        case model
        case people
    }

    package var name: String
    package var view: LoopView?
    /// Why it could not be read.
    package var failure: String?
    package var boxes = Boxes.beside
    package var photo: LoopPhoto?

    /// A loop that was not read yet.
    package init(name: String) { self.name = name }

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool { view == nil && failure == nil || photo?.isAwaited == true }
}
