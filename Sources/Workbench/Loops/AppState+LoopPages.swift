internal import HumanReview

extension AppState {
    /// Rows read at once.
    private static let page = 100
    /// Rows that a list read anew keeps; further ones are read again when they are gone to.
    private static let mostReloaded = 500
    /// Between two looks at what others do to the loops in sight, in milliseconds.
    private static let refreshInterval: Int64 = 5_000
    /// Loops of a list are counted no further than this.
    package static let mostCounted = 10_000

    /// Reads another list from its beginning.
    mutating func readLoops() -> [Effect] {
        loops.list.cursor = 0
        loops.list.top = 0
        loops.list.marks = LoopMarks()
        loops.list.anchor = nil
        loops.list.isLoaded = false
        loops.list.count = nil
        return askForLoops(limit: Self.page)
    }

    /// Reads the list that is shown again, as far as it was read; the cursor stays on its loop.
    mutating func reloadLoops() -> [Effect] {
        let limit = min(Self.mostReloaded, max(Self.page, loops.list.rows.count))
        return askForLoops(limit: limit)
    }

    private mutating func askForLoops(limit: Int) -> [Effect] {
        loops.list.generation += 1
        loops.list.isReloading = true
        loops.list.isReading = true
        loops.list.isCounting = true
        loops.list.readAt = now
        let (filter, generation) = (loops.list.filter, loops.list.generation)
        return [
            .loops(.page(filter, after: nil, limit: limit, generation: generation)),
            .loops(.count(filter, generation: generation)),
        ]
    }

    /// Asks for what comes after the rows that were read when the cursor comes near their end.
    mutating func requestRows() -> [Effect] {
        guard !loops.list.isReading, let next = loops.list.next,
            loops.list.rows.count - loops.list.cursor <= 2 * loopRowsInSight
        else { return [] }
        loops.list.isReading = true
        return [
            .loops(
                .page(
                    loops.list.filter, after: next, limit: Self.page,
                    generation: loops.list.generation))
        ]
    }

    /// Looks again at what others do, while nothing else is going on.
    mutating func refreshRows() -> [Effect] {
        guard loops.list.isLoaded, !loops.list.isReading, !loops.list.isCounting,
            !loops.list.isEditing, loops.popup == nil, loops.list.anchor == nil,
            loops.list.rows.count <= Self.mostReloaded, let readAt = loops.list.readAt,
            now.milliseconds &- readAt.milliseconds >= Self.refreshInterval
        else { return [] }
        return reloadLoops()
    }

    /// Takes a page or count of the list that was asked for last.
    mutating func receive(listed event: LoopsEvent) -> [Effect] {
        switch event {
        case .page(let page, let generation) where generation == loops.list.generation:
            receive(page)
        case .pageFailed(let error, let generation) where generation == loops.list.generation:
            loops.list.isReading = false
            loops.list.isLoaded = true
            loops.list.failure = error.description
        case .counted(let count, let emptying, let generation)
        where generation == loops.list.generation:
            loops.list.isCounting = false
            loops.list.count = count
            loops.list.emptying = emptying
        default: break
        }
        return []
    }

    private mutating func receive(_ page: LoopPage) {
        let isReloaded = loops.list.isReloading
        let name = loops.list.current?.loop.name
        if isReloaded { loops.list.rows = [] }
        loops.list.rows += page.rows
        loops.list.next = page.next
        loops.list.failure = nil
        loops.list.isReading = false
        // A search that ran out of time goes on by itself, with what it has found on the screen.
        loops.list.isLoaded = !page.isPartial || !loops.list.rows.isEmpty
        loops.list.isReloading = false
        guard isReloaded else { return }
        let place = loops.list.rows.firstIndex { $0.loop.name == name } ?? loops.list.cursor
        loops.list.cursor = max(0, min(place, loops.list.rows.count - 1))
        keepLoopInSight()
    }
}
