/// How the background queue stands, whichever processes work on it.
package struct QueueProgress: Hashable, Sendable {
    /// Images that no model has looked at yet, those at work included.
    package var depth: Int
    /// Those of them that a living process is at work on.
    package var atWork: Int
    /// Images a second over the last ten seconds, or the part of them in which there were any.
    package var rate: Double
    /// The version in service, or nil before the first deployment.
    package var model: String?

    /// A standing.
    package init(depth: Int, atWork: Int, rate: Double, model: String?) {
        self.depth = depth
        self.atWork = atWork
        self.rate = rate
        self.model = model
    }
}
