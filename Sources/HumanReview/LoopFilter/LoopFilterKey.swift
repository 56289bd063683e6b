/// The keys of the filter language and what may stand behind each.
enum LoopFilterKey: String, CaseIterable {
    case state
    case label
    case score
    case worker
    case holder
    case assigned
    case age
    case created
    case completed
    case model
    case reason
    case bulk
    case imported
    case disputed
    case held
    case flow
    case image
    case name
    case sort

    /// Whether `<` and `>` make sense.
    var isOrdered: Bool {
        switch self {
        case .score, .age, .created, .completed: true
        default: false
        }
    }

    /// Whether several values may follow, any of which will do.
    var takesSeveral: Bool {
        switch self {
        case .state, .label, .worker, .holder, .assigned, .model, .reason, .flow: true
        default: false
        }
    }

    /// A value as an example or a list of all that there are.
    var values: String {
        switch self {
        case .state: HumanLoop.Status.allCases.map(\.filterName).joined(separator: ", ")
        case .label: "a class such as dog"
        case .score: "a number from 0 to 1, or none"
        case .worker, .holder, .assigned: "a worker's name"
        case .age: "a number with s, min, h, d or w, such as 2d"
        case .created, .completed: "a day or minute in UTC, such as 2026-11-01 or 2026-11-01T13:45"
        case .model: "a model version"
        case .reason: ActivationReason.allCases.map(\.rawValue).joined(separator: ", ")
        case .bulk, .imported, .disputed, .held: "yes or no"
        case .flow: "a flow's name"
        case .image: "a pattern such as *_0041.jpg"
        case .name: "the beginning of a loop's name"
        case .sort: LoopOrder.allCases.map(\.rawValue).joined(separator: ", ")
        }
    }
}

extension HumanLoop.Status {
    /// The status as it is typed in a filter.
    package var filterName: String { rawValue.lowercased() }
}
