/// A piece of a list of loops.
package struct LoopPage: Hashable, Sendable {
    package var rows: [LoopListRow]
    /// Where the list goes on; nil at its end.
    package var next: LoopPosition?
    /// Whether the search stopped for want of time and not because the page was full.
    package var isPartial: Bool

    /// A page.
    package init(rows: [LoopListRow], next: LoopPosition?, isPartial: Bool = false) {
        self.rows = rows
        self.next = next
        self.isPartial = isPartial
    }
}

/// A place in a list of loops, whatever comes into the list or leaves it meanwhile.
package struct LoopPosition: Hashable, Sendable {
    /// The store's number of the loop before the place.
    package var id: Int64
    /// Its score; -1 stands for none.
    package var score: Double

    /// A place.
    package init(id: Int64, score: Double) {
        self.id = id
        self.score = score
    }
}

/// How many loops a filter lets through.
package struct LoopCount: Hashable, Sendable {
    package var number: Int
    /// Whether there are no more.
    package var isExact: Bool

    /// A number of loops.
    package init(_ number: Int, isExact: Bool) {
        self.number = number
        self.isExact = isExact
    }
}
