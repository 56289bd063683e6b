package import HumanReview

/// How a workspace stands.
package struct WorkspaceStatus: Hashable, Sendable {
    /// Images known, whatever became of them.
    package var images: Int
    /// Images whose prediction starts no loop and that nobody has accepted yet.
    package var confident: Int
    /// Inputs that could not be used.
    package var problems: Int
    /// Loops of each status; every status has an entry.
    package var loops: [HumanLoop.Status: Int]
    /// Tasks of loops in progress that workers hold now.
    package var held: Int
    package var completedInLastHour: Int
    package var completedInLastDay: Int

    /// Loops of every status.
    package var totalLoops: Int { loops.values.reduce(0, +) }
    /// Loops that still want an answer.
    package var waiting: Int { loops[.inProgress] ?? 0 }
}
