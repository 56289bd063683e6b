package import Annotations

/// One object as the network sees it, before its class has a name.
package struct ClassDetection: Hashable, Sendable {
    /// Counted from 0, without the background.
    package var classID: Int
    /// From 0 to 1.
    package var score: Double
    /// Fractions of the image the network was shown.
    package var box: NormalizedBox

    /// A detection.
    package init(classID: Int, score: Double, box: NormalizedBox) {
        self.classID = classID
        self.score = score
        self.box = box
    }
}
