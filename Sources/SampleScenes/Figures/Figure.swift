/// A thing that can stand in a scene: drawn in centimetres, x to the right, y up, standing at the
/// origin and facing right unless it faces the viewer.
protocol Figure: Sendable {
    /// Its class among the 20 of PASCAL VOC.
    static var label: String { get }
    /// The side it shows before it is mirrored.
    var facing: Facing { get }
    /// Half the width and the depth of the shadow under it, in centimetres; nil for none.
    var shadow: (width: Double, depth: Double)? { get }

    func draw(on sketch: inout Sketch)
}

/// Which way a figure looks, as VOC's `pose` names it.
enum Facing: Sendable {
    case right, left, frontal, unspecified

    var mirrored: Facing {
        switch self {
        case .right: .left
        case .left: .right
        default: self
        }
    }

    var pose: String {
        switch self {
        case .right: "Right"
        case .left: "Left"
        case .frontal: "Frontal"
        case .unspecified: "Unspecified"
        }
    }
}
