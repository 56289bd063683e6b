/// Where loops, drafts and answers are kept.
///
/// Every function is one transaction, safe from any thread and any number of processes, and throws
/// ``ReviewError``. Journals hold what callers append and nothing else: the store adds no entry of its
/// own, not even ``Edit/Kind/open``.
package protocol HumanReviewStore: Sendable {
    /// Takes the next task for a worker: most uncertain first (no score counts as 0), then oldest.
    ///
    /// - Parameters:
    ///   - worker: who asks.
    ///   - time: now.
    ///   - excluded: loops the worker has just left, taken only when nothing else waits.
    /// - Returns: the task under a lease, or how many tasks others hold.
    /// - Throws: ``ReviewError``.
    func claimNext(for worker: Worker, at time: Timestamp, excluding excluded: Set<String>) throws
        -> Claim

    /// Opens a loop by name: under a lease when its task is free or the worker's own, else, and when
    /// the worker has declined it, for reading.
    func open(_ loopName: String, for worker: Worker, at time: Timestamp) throws -> OpenTask

    /// The loops this worker would be given next, without taking them.
    func upcoming(for worker: Worker, limit: Int) throws -> [HumanLoop]

    /// Loops this worker has answered or left, latest first.
    func history(of worker: Worker, limit: Int) throws -> [String]

    /// Appends entries to the task's journal at `position` (the number of entries before them).
    ///
    /// Appending what is already there at the same place is no error, so a retry is safe.
    func append(_ edits: [Edit], at position: Int, under lease: Lease) throws

    /// Keeps a lease alive for its full time from now.
    func renew(_ lease: Lease) throws

    /// Ends a lease without an answer; the draft stays with the task.
    func end(_ lease: Lease, _ ending: LeaseEnding) throws

    /// Stores an answer and, when it is the last one wanted, completes the loop: its output file and
    /// event are on disk when this returns, and the answer would survive a power cut. After a failure
    /// the same answer may be submitted again: it is stored once.
    func submit(_ answer: Answer, under lease: Lease) throws -> HumanLoop

    /// How the worker's queue stands.
    func summary(for worker: Worker) throws -> QueueSummary

    /// How the background queue stands.
    func queueProgress(at time: Timestamp) throws -> QueueProgress
}
