package import Annotations

/// An object that training is to find.
package struct GroundTruthBox: Hashable, Sendable {
    /// Counted from 0, without the background.
    package var classID: Int
    /// Fractions of the image the network is shown.
    package var box: NormalizedBox
    /// Whether evaluation leaves it out; training does not.
    package var isDifficult: Bool

    /// A box.
    package init(classID: Int, box: NormalizedBox, isDifficult: Bool = false) {
        self.classID = classID
        self.box = box
        self.isDifficult = isDifficult
    }
}
