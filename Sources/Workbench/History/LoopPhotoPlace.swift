package import Annotations

/// How much room a loop's photo has on the screen, in pixels.
package struct LoopPhotoPlace: Hashable, Sendable {
    /// Of one copy.
    package var size: PixelSize
    /// Where a second copy begins, from the left of the first; nil for one copy.
    package var secondX: Int?
}
