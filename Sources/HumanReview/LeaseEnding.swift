/// What a worker who leaves a task unanswered wants to happen to it.
///
/// The draft is kept in every case.
package enum LeaseEnding: String, Hashable, Sendable {
    /// Back to the queue in its old place: the worker left the image or the program.
    case release
    /// Back to the queue, behind everything else for this worker.
    case postpone
    /// Back to the queue for others; this worker never gets it again.
    case decline
}
