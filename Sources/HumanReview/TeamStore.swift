package import Annotations

/// Who works in a workspace, what differs between their answers, and how that is settled.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol TeamStore: Sendable {
    /// What a worker's role does not allow now, each with the refusal that doing it would meet.
    func refusals(of worker: Worker) throws -> [Permission: ReviewError]

    /// Loops in dispute, the one that waits longest first.
    ///
    /// - Parameters:
    ///   - name: the last loop of the page before, or nil for the first page.
    ///   - limit: the length of a page; its time does not depend on how many loops there are.
    /// - Returns: at most `limit` loops.
    /// - Throws: ``ReviewError``.
    func disputes(after name: String?, limit: Int) throws -> [DisputedLoop]

    /// How many loops are in dispute.
    func disputeCount() throws -> Int

    /// What people have said about a loop; of a loop that several people are answering a worker sees
    /// nobody else's answer before giving their own, unless they are a lead.
    func loopHistory(_ loopName: String, for worker: Worker) throws -> LoopHistory

    /// Stores what a lead decides about a loop's latest answers; it holds from then on.
    ///
    /// - Parameters:
    ///   - loopName: a completed loop.
    ///   - boxes: what is there.
    ///   - revision: the revision they are about, as the lead has seen it.
    ///   - lead: who decides.
    ///   - time: now.
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)`` or ``ReviewError/refused(_:reason:)``.
    func settle(
        _ loopName: String, as boxes: [LabeledBox], revision: Int, by lead: Worker,
        at time: Timestamp
    ) throws

    /// Takes back what a lead settled last, unless something depends on it: it was exported, or the
    /// loop was sent back or settled again since.
    ///
    /// - Returns: the loop and whether it is in dispute again; nil when the lead has settled nothing that
    ///   holds.
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)`` or ``ReviewError/refused(_:reason:)``.
    func undoSettlement(by lead: Worker, at time: Timestamp) throws -> UndoneSettlement?

    /// Asks for a completed loop to be corrected: it is in progress again until that is done.
    ///
    /// What was answered stays, as the revision before.
    ///
    /// - Parameters:
    ///   - loopName: a completed loop.
    ///   - note: what is to be put right, 1 to 1000 characters.
    ///   - asked: who is to do it; nil for anyone.
    ///   - lead: who asks.
    ///   - time: now.
    /// - Returns: the new revision's number.
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)`` or ``ReviewError/refused(_:reason:)``.
    func sendBack(
        _ loopName: String, note: String, to asked: Worker?, by lead: Worker, at time: Timestamp
    ) throws -> Int
}
