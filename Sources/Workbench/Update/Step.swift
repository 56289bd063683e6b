/// A move by keys, in directions of the upright view.
struct Step: Hashable, Sendable {
    var right: Int
    var down: Int
    var isFar: Bool
}

extension Action {
    /// The direction and length an arrow or letter asks for, or nil for other actions.
    var step: Step? {
        switch self {
        case .left: Step(right: -1, down: 0, isFar: false)
        case .right: Step(right: 1, down: 0, isFar: false)
        case .up: Step(right: 0, down: -1, isFar: false)
        case .down: Step(right: 0, down: 1, isFar: false)
        case .farLeft: Step(right: -1, down: 0, isFar: true)
        case .farRight: Step(right: 1, down: 0, isFar: true)
        case .farUp: Step(right: 0, down: -1, isFar: true)
        case .farDown: Step(right: 0, down: 1, isFar: true)
        default: nil
        }
    }
}
