/// A task somebody holds, or held until they fell silent.
package struct LeaseStanding: Hashable, Sendable {
    package var worker: String
    package var loop: String
    /// False when the lease ran out or its process has ended: whoever asks next may take the task.
    package var isLive: Bool

    /// A standing.
    package init(worker: String, loop: String, isLive: Bool) {
        self.worker = worker
        self.loop = loop
        self.isLive = isLive
    }
}
