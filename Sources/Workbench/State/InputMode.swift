package import Annotations

/// What the keys and the mouse are doing to the photo.
package enum InputMode: Hashable, Sendable {
    case normal
    /// Moving edges of the selected box.
    case resize
    case drawing(Drawing)
    /// Letters typed so far of a hint.
    case hint(typed: String)
    /// A mouse button is held.
    case dragging(Drag)

    /// A box being drawn with the crosshair.
    package struct Drawing: Hashable, Sendable {
        package var shape: Shape
        package var crosshair: PixelPoint
        /// Corners or extreme points placed so far.
        package var points: [PixelPoint] = []

        /// The ways of drawing a box, by how many points it takes.
        package enum Shape: Int, Hashable, Sendable {
            case twoCorners = 2
            case fourExtremes = 4
        }

        /// The box that the points and the crosshair span, or nil before the first point.
        package var outline: BoundingBox? {
            guard !points.isEmpty else { return nil }
            let all = points + [crosshair]
            let xs = all.map(\.x)
            let ys = all.map(\.y)
            return BoundingBox(
                left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0
            )
        }
    }

    /// A gesture with the mouse.
    package struct Drag: Hashable, Sendable {
        package var kind: Kind
        package var start: PixelPoint
        package var current: PixelPoint
        /// Pane pixels of the latest report, for panning.
        package var paneX: Double
        package var paneY: Double

        /// The box that the start and the pointer span.
        package var outline: BoundingBox {
            BoundingBox(
                left: min(start.x, current.x), top: min(start.y, current.y),
                right: max(start.x, current.x), bottom: max(start.y, current.y))
        }

        /// What the gesture does.
        package enum Kind: Hashable, Sendable {
            case draw
            case move(id: Int, original: BoundingBox)
            case resize(id: Int, original: BoundingBox, edges: BoxEdges)
            case pan
        }
    }
}
