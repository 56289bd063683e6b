/// Some of a workspace's workers: a flow that names a team gives its loops to the members only.
package struct WorkTeam: Hashable, Sendable {
    package var name: String
    /// In the order of their names.
    package var members: [Worker]
    /// The flows that name it.
    package var flows: [String]

    /// A team.
    package init(name: String, members: [Worker] = [], flows: [String] = []) {
        self.name = name
        self.members = members
        self.flows = flows
    }
}
