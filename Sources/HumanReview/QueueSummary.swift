/// How a worker's queue stands.
package struct QueueSummary: Hashable, Sendable {
    /// Loops in progress that this worker could take or holds.
    package var waiting: Int
    package var heldByOthers: Int
    package var completed: Int
    /// All loops of the flow.
    package var total: Int
    /// Of the completed ones those that stand as they were accepted in bulk: they were in no reviewer's
    /// queue.
    package var accepted: Int
    /// Answers this worker has given; nil where that was not asked.
    package var answered: Int?

    /// A summary.
    package init(
        waiting: Int, heldByOthers: Int, completed: Int, total: Int, accepted: Int = 0,
        answered: Int? = nil
    ) {
        self.answered = answered
        self.waiting = waiting
        self.heldByOthers = heldByOthers
        self.completed = completed
        self.total = total
        self.accepted = accepted
    }
}
