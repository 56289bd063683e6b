import Glibc

/// How a process waits for a lock that another one has.
///
/// SQLite's own timeout sleeps longer the longer it waited, up to 100 ms, so that of many processes
/// the latest goes first and the oldest may wait for ever. Here all sleep alike. No wait is without
/// end, since the holder may be a process that somebody stopped.
enum LockWait {
    private static let mostTries = 3_000
    private static let spread = UInt32(bitPattern: getpid()) &* 2_654_435_761

    /// Sleeps a little; false after about twenty seconds, when the holder is taken to be stuck.
    @Sendable static func waitsAgain(tries: Int) -> Bool {
        // Processes that were woken together must not try together again.
        let jitter = (spread &+ UInt32(truncatingIfNeeded: tries) &* 40_503) >> 8
        usleep(tries < 5 ? 500 + jitter % 1_000 : 4_000 + jitter % 5_000)
        return tries < mostTries
    }
}
