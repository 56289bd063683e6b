/// The part of a list that is in sight, and the rows of the screen it takes.
struct ListWindow: Hashable {
    /// Positions of the entries in sight.
    let visible: Range<Int>
    private let firstRow: Int

    /// As many entries around the selected one as there is room for, from a row downward.
    init(count: Int, selection: Int, room: Int, firstRow: Int) {
        let first = max(0, min(selection - room / 2, count - room))
        visible = first..<max(first, min(count, first + room))
        self.firstRow = firstRow
    }

    /// The row below the last entry.
    var endRow: Int { firstRow + visible.count }

    /// Where an entry stands.
    func row(of index: Int) -> Int { firstRow + index - visible.lowerBound }

    /// The entry in a row, or nil.
    func entry(atRow row: Int) -> Int? {
        let index = row - firstRow + visible.lowerBound
        return visible.contains(index) ? index : nil
    }
}
