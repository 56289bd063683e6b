internal import HumanReview

extension ReviewError {
    /// What the line above the footer says of a failure of the task on the screen, when the task cannot be
    /// gone on with.
    ///
    /// Which loop it is, the screen shows already, and its name would push out what to do: that stands
    /// before names of people, which may be cut.
    ///
    /// - Parameter isVisiting: whether the photo was opened from another screen, which it goes back to.
    /// - Returns: the line; of other failures the whole description.
    func textOfTask(isVisiting: Bool) -> String {
        let onward = isVisiting ? "Esc goes back" : "] goes on"
        let again = isVisiting ? onward : onward + ", [ comes back"
        return switch self {
        case .leaseLost(_, let holder?):
            "Lease ended, draft kept: \(onward); \(holder.name) has the task"
        case .leaseLost(_, nil): "Lease ended, draft kept: \(again)"
        case .stale: "It was changed, draft kept: \(again)"
        case .ended(_, let status): "Already \(status.rawValue), nothing was changed: \(onward)"
        case .unknownLoop, .unknownModel, .notPermitted, .notInTeam, .refused, .decisionStands,
            .full, .storage:
            description
        }
    }

    /// Whether it is no news about a task that was left already: its draft is safe, and another has it.
    var isOverWithTask: Bool {
        switch self {
        case .leaseLost, .stale, .ended: true
        case .unknownLoop, .unknownModel, .notPermitted, .notInTeam, .refused, .decisionStands,
            .full, .storage:
            false
        }
    }
}
