/// How a background queue works.
nonisolated struct QueueOptions: Hashable, Sendable {
    /// What a queue does when no image waits, or when something fails.
    enum Ending: Hashable, Sendable {
        /// Goes on until it is stopped, and tries again what failed.
        case never
        /// Ends when something fails.
        case onFailure
        /// Ends too when no image waits and no living process is at work on one.
        case whenDrained
    }

    /// Threads the network runs on.
    var threads: Int
    var ending: Ending
}
