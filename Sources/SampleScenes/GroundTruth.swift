package import Annotations

/// An object of a scene as its pixels show it.
package struct GroundTruth: Hashable, Sendable {
    /// Its class among the 20 of PASCAL VOC.
    package var label: String
    /// VOC's `pose`: `Left`, `Right`, `Frontal` or `Unspecified`.
    package var pose: String
    /// Whether the box leaves out more than a tenth of the object, at an edge or behind another.
    package var isTruncated: Bool
    /// Whether less than four tenths of the object is visible.
    package var isDifficult: Bool
    /// The tight bounds of the pixels at least half of which the object visibly covers.
    package var box: BoundingBox
    /// Which of the scene's objects it is.
    package var objectIndex: Int
}
