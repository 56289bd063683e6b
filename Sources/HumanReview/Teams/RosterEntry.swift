/// A worker of a workspace that lists its workers.
package struct RosterEntry: Hashable, Sendable {
    package var worker: Worker
    package var role: WorkerRole
    /// The names of the work teams the worker is in, in their order.
    package var teams: [String]

    /// An entry.
    package init(worker: Worker, role: WorkerRole, teams: [String] = []) {
        self.worker = worker
        self.role = role
        self.teams = teams
    }
}
