/// Why the store refused or failed; every description names the record, the cause and the next step.
package enum ReviewError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The lease ended and, when `holder` is given, somebody else has the task.
    case leaseLost(loop: String, holder: Worker?)
    /// The task was changed or answered since it was opened.
    case stale(loop: String)
    /// The loop is no longer in progress.
    case ended(loop: String, status: HumanLoop.Status)
    case unknownLoop(String)
    case unknownModel(String)
    /// The worker's role does not allow it; `allowed` are some of those whose role does.
    case notPermitted(worker: Worker, Permission, allowed: [Worker])
    /// The worker is not in the team whose members are given the loops; `leads` can change that.
    case notInTeam(worker: Worker, team: String, leads: [Worker])
    /// A rule forbids it; the reason says which and what to do.
    case refused(String, reason: String)
    /// A decision on the accept screen cannot be taken back, for a reason.
    case decisionStands(reason: String)
    /// The disk is full; nothing was changed.
    case full(path: String)
    /// Another failure of the database or a file; nothing was changed.
    case storage(path: String, reason: String)

    package var description: String {
        switch self {
        case .leaseLost(let loop, let holder):
            "loop \(loop): your lease has ended"
                + (holder.map { " and \($0.name) has the task" } ?? "")
                + "; your draft is kept, open the loop again to go on"
        case .stale(let loop):
            "loop \(loop): the task was changed since you opened it; your draft is kept, open it again"
        case .ended(let loop, let status):
            "loop \(loop): already \(status.rawValue); nothing was changed"
        case .unknownLoop(let loop):
            "loop \(loop): not in this workspace; 'loopbox loops list' shows those that are"
        case .unknownModel(let model):
            "model \(model): not in this workspace; 'loopbox model list' shows those that are"
        case .notPermitted(let worker, let permission, let allowed):
            "\(worker.name) may not \(permission.rawValue); "
                + (allowed.isEmpty
                    ? "nobody's role allows it yet, 'loopbox worker' shows the roles"
                    : "ask " + allowed.map(\.name).joined(separator: ", "))
        case .notInTeam(let worker, let team, let leads):
            "\(worker.name) is not in the team \(team), whose members answer these loops; ask "
                + leads.map(\.name).joined(separator: ", ")
        case .refused(let subject, let reason): "\(subject): \(reason)"
        case .decisionStands(let reason): "nothing was taken back: " + reason
        case .full(let path):
            "\(path): the disk is full; nothing is lost, free some space and it goes on by itself"
        case .storage(let path, let reason):
            "\(path): \(reason)"
        }
    }
}
