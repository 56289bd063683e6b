internal import Screen

/// The columns of the list for a width, from the left; each is parted from the next by a blank.
struct LoopListLayout {
    /// The filter, the count and the titles.
    static let rowsAbove = 3

    /// What a column shows.
    enum Column: Hashable {
        case state
        case score
        case classes
        case worker
        case age
        case model
        case reason
        case image
        case name
    }

    /// A column and its width in cells.
    struct Place: Hashable {
        let column: Column
        let width: Int
    }

    let places: [Place]

    /// The columns that fit `width` cells; what is left goes to the classes and the image.
    init(width: Int) {
        var fixed: [Column: Int] = [.state: 10, .score: 5, .worker: 12, .age: 6]
        var order: [Column] = [.state, .score, .classes, .worker, .age]
        if width >= 100 {
            fixed[.model] = 12
            fixed[.worker] = 14
            order.append(.model)
        }
        if width >= 160 {
            fixed[.reason] = 11
            order.append(.reason)
        }
        order.append(.image)
        if width >= 160 {
            fixed[.name] = 36
            order.append(.name)
        }
        let left = width - 2 - fixed.values.reduce(0, +) - order.count
        fixed[.classes] = left / 2
        fixed[.image] = left - left / 2
        places = order.map { Place(column: $0, width: fixed[$0] ?? 0) }
    }
}

extension LoopListLayout.Column {
    /// The title above the column.
    var title: String {
        switch self {
        case .state: "STATE"
        case .score: "SCORE"
        case .classes: "BOXES"
        case .worker: "WORKER"
        case .age: "AGE"
        case .model: "MODEL"
        case .reason: "WHY"
        case .image: "IMAGE"
        case .name: "LOOP"
        }
    }

    /// Numbers stand at the right of their column.
    var isNumber: Bool { self == .score || self == .age }
}
