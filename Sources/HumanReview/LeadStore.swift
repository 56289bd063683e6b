/// What a lead sees of all loops and people, and does to them.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol LeadStore: Sendable {
    /// A piece of the list of loops.
    ///
    /// - Parameters:
    ///   - filter: which loops, in which order.
    ///   - position: where the page before ended, or nil for the first one.
    ///   - limit: the most rows.
    ///   - time: now, which ages are counted to.
    ///   - budget: milliseconds of searching after which what was found is returned.
    /// - Returns: the rows, and where to go on.
    /// - Throws: ``ReviewError``.
    func loopPage(
        _ filter: LoopFilter, after position: LoopPosition?, limit: Int, at time: Timestamp,
        budget: Int
    ) throws -> LoopPage

    /// How many loops a filter lets through, counted no further than a limit or for longer than a
    /// budget in milliseconds.
    func loopCount(_ filter: LoopFilter, limit: Int, at time: Timestamp, budget: Int) throws
        -> LoopCount

    /// The first term that leaves no loop, alone or together with those before it; nil when the filter
    /// lets something through, or when it would take long to find out.
    func emptyingTerm(of filter: LoopFilter, at time: Timestamp) throws -> EmptyingTerm?

    /// The names in a filter that no class, worker, model or flow of the workspace has.
    func unknownNames(in filter: LoopFilter) throws -> [UnknownName]

    /// Everything about one loop, for looking at it.
    func loopView(_ name: String, for worker: Worker) throws -> LoopView

    /// What an action by a worker would do; nothing is changed.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)`` when the worker's role does not allow
    ///   the action: nobody is asked whether to do what would be refused.
    func preview(
        _ action: LoopAction, on selection: LoopSelection, by worker: Worker, at time: Timestamp
    ) throws -> LoopActionOutcome

    /// Does something to many loops, each of them in one transaction with its own event.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)`` when the worker's role does not allow
    ///   it; what was changed before another failure stays changed.
    func perform(
        _ action: LoopAction, on selection: LoopSelection, by worker: Worker, at time: Timestamp
    ) throws -> LoopActionOutcome

    /// Takes back the worker's latest action that can be; nil when there is none.
    func undoLoopAction(by worker: Worker, at time: Timestamp) throws -> LoopActionUndo?

    /// Workers that are listed or have ever answered, by name.
    func knownWorkers() throws -> [Worker]

    /// The named filters, by name.
    func savedFilters() throws -> [SavedFilter]

    /// Keeps a filter under a name, in place of an earlier one of that name.
    func save(_ filter: SavedFilter) throws

    /// Forgets the filter of a name.
    func deleteSavedFilter(named name: String) throws
}
