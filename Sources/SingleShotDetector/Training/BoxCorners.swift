internal import Annotations

/// A box in the numbers that MXNet computes targets with.
struct BoxCorners: Hashable, Sendable {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float

    init(_ box: NormalizedBox) {
        left = Float(box.minimumX)
        top = Float(box.minimumY)
        right = Float(box.maximumX)
        bottom = Float(box.maximumY)
    }

    /// The box at a row of anchors.
    init(_ rows: [Float], row: Int) {
        left = rows[row * 4]
        top = rows[row * 4 + 1]
        right = rows[row * 4 + 2]
        bottom = rows[row * 4 + 3]
    }

    var width: Float { right - left }
    var height: Float { bottom - top }
    var centerX: Float { (left + right) * 0.5 }
    var centerY: Float { (top + bottom) * 0.5 }
}
