package import Annotations

/// Edges of a box, in stored pixels' frame, that a gesture or a key moves.
package struct BoxEdges: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// Edges from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let left = BoxEdges(rawValue: 1)
    package static let top = BoxEdges(rawValue: 2)
    package static let right = BoxEdges(rawValue: 4)
    package static let bottom = BoxEdges(rawValue: 8)

    /// The box with these edges moved; an edge dragged past its opposite changes sides with it.
    package func moved(_ box: BoundingBox, right dx: Int, down dy: Int, within size: PixelSize)
        -> BoundingBox
    {
        var box = box
        if contains(.left) { box.left += dx }
        if contains(.right) { box.right += dx }
        if contains(.top) { box.top += dy }
        if contains(.bottom) { box.bottom += dy }
        return box.clipped(to: size)
    }
}
