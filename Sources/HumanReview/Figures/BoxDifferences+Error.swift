extension BoxDifferences {
    /// The least overlap of a moved box that still counts as the model's being right about it.
    package static let tolerableOverlap = 0.8

    /// Whether the boxes before were wrong: one was added, removed or relabelled, or moved by more than
    /// ``tolerableOverlap`` allows.
    package var isError: Bool {
        changes.contains { change in
            switch change.kind {
            case .kept: false
            case .moved: change.overlap < Self.tolerableOverlap
            case .relabelled, .added, .removed: true
            }
        }
    }
}
