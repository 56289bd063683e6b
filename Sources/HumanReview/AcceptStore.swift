/// Where confident predictions wait, and what accepting them in bulk does.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol AcceptStore: Sendable {
    /// The next confident images of a query.
    ///
    /// - Parameters:
    ///   - query: which images, in what order.
    ///   - place: where the page before ended, or nil for the first one.
    ///   - limit: the length of a page; the time it takes does not depend on how many images wait.
    /// - Returns: at most `limit` images; fewer only at the end.
    /// - Throws: ``ReviewError``.
    func confidentPage(_ query: ConfidentQuery, after place: ConfidentPlace?, limit: Int) throws
        -> [ConfidentImage]

    /// How many confident images a filter takes: what the screen shows, and what accepting all would
    /// accept if nothing came between.
    func confidentCount(_ filter: ConfidentFilter) throws -> Int

    /// The next undecided boxes of a class, each with its image.
    ///
    /// - Parameters:
    ///   - query: which boxes, in what order.
    ///   - place: where the page before ended, or nil for the first one.
    ///   - limit: the length of a page; the time it takes does not depend on how many boxes wait.
    /// - Returns: at most `limit` boxes; fewer only at the end.
    /// - Throws: ``ReviewError``.
    func confidentBoxes(
        _ query: ConfidentBoxQuery, after place: ConfidentBoxPlace?, limit: Int
    ) throws -> [ConfidentBox]

    /// How many undecided boxes a filter takes.
    func confidentBoxCount(_ filter: ConfidentBoxFilter) throws -> Int

    /// The classes and models of the confident images.
    func confidentFacets() throws -> ConfidentFacets

    /// Accepts images or boxes, and sends others to review, as one decision that is undone as one.
    ///
    /// An accepted image becomes a completed loop with one answer, the worker's: the boxes a reviewer
    /// would have begun with. Images that are not confident any more, because another decision or
    /// process was first, are left out.
    ///
    /// What is decided about a box is kept for itself, with who decided it. With the last of its shown
    /// boxes an image is accepted as by the sheet, answered by whoever accepted that one; until then it
    /// stays confident. An image with a rejected box goes to review with all the model's proposals: the box
    /// may only need another class or edge, and the reviewer is told which one it is.
    ///
    /// A great many images or boxes are decided in several transactions. A process that dies leaves each of
    /// them undecided or decided, and whoever opens the store next writes the files that are missing.
    ///
    /// - Parameters:
    ///   - decision: which images or boxes.
    ///   - worker: whose answers they become.
    ///   - time: now.
    ///   - progress: told as it goes on how many images are accepted, or boxes where the decision accepts
    ///     boxes.
    /// - Returns: what became of them.
    /// - Throws: ``ReviewError``; ``ReviewError/refused(_:reason:)`` also when somebody took back meanwhile
    ///   what had been decided: the rest is then as it was.
    func decide(
        _ decision: SheetDecision, by worker: Worker, at time: Timestamp,
        progress: (Int) -> Void
    ) throws -> SheetOutcome

    /// Takes a decision back: its loops vanish with their output, and its images are confident again.
    ///
    /// It is refused when something depends on it: a loop of it was exported or corrected, or an image was
    /// accepted with the last of its boxes after others of them were in this decision; the later decision is
    /// taken back first. Where that is possible no more, what was said of the image's boxes stays. An image
    /// that was sent to review and has been opened there stays there, and its reviewer is still told what
    /// was rejected.
    func undoDecision(_ number: Int64, by worker: Worker, at time: Timestamp) throws -> SheetUndo

    /// What audits and corrections say of a model version by score, or of all together; bands of which
    /// nothing is known are left out.
    func scoreBands(ofModel model: String?) throws -> [ScoreBand]

    /// The latest decision of a worker that was not taken back, or nil.
    func latestDecision(of worker: Worker) throws -> Int64?
}

extension AcceptStore {
    /// As ``decide(_:by:at:progress:)``, without a word in between.
    package func decide(_ decision: SheetDecision, by worker: Worker, at time: Timestamp) throws
        -> SheetOutcome
    {
        try decide(decision, by: worker, at: time) { _ in }
    }
}
