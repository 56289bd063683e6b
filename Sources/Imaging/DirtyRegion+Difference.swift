extension DirtyRegion {
    /// The pixels whose index differs between two canvases.
    ///
    /// Runs closer than a few pixels are joined, since a gap costs a terminal as much as the pixels
    /// in it.
    ///
    /// - Precondition: the canvases are of equal size.
    package static func difference(
        between first: IndexedCanvas, and second: IndexedCanvas
    ) -> DirtyRegion {
        precondition(first.width == second.width && first.height == second.height)
        var region = DirtyRegion()
        var row: [Run] = []
        for y in 0..<first.height {
            let start = y * first.width
            row.removeAll(keepingCapacity: true)
            for x in 0..<first.width where first.indices[start + x] != second.indices[start + x] {
                if let last = row.last, last.endX == x {
                    row[row.count - 1].length += 1
                } else {
                    row.append(Run(x: x, length: 1))
                }
            }
            if !row.isEmpty { region.append(row, row: y) }
        }
        return region
    }
}
