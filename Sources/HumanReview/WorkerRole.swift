/// What a worker does in a workspace; each role may do all that the ones before it may.
package enum WorkerRole: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Answers the loops of uncertain predictions.
    case reviewer
    /// Also accepts what the model is sure of.
    case annotator
    /// Also steers: loops, people, teams and models.
    case lead

    package static func < (left: WorkerRole, right: WorkerRole) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .reviewer: 0
        case .annotator: 1
        case .lead: 2
        }
    }
}
