/// A part of a scene that lies wholly before the parts painted earlier.
enum SceneLayer: Sendable {
    /// No object of a class: ground, sky, houses, shadows.
    case scenery([Shape])
    case object(SceneObject)

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    var shapes: [Shape] {
        switch self {
        case .scenery(let shapes): shapes
        case .object(let object): object.shapes
        }
    }
}

/// One drawn object of a class; its shadow belongs to the scenery.
struct SceneObject: Sendable {
    var label: String
    var facing: Facing
    var shapes: [Shape]
}
