import ReviewStore

/// What a background queue tells of itself, from its own thread.
nonisolated enum QueueReport: Hashable, Sendable {
    /// A version was loaded, and predicts from now on.
    case inService(model: String)
    case routed(ImageRoute)
    /// An image could not be predicted; it is recorded and passed.
    case problem(path: String, reason: String)
    /// Something that may pass by itself keeps the queue waiting; it tries again.
    case delayed(reason: String)
    /// The queue has ended: because of this, or as it was asked to.
    case ended(failure: String?)
}
