/// Some pixels of a canvas, as runs a row: what has changed and must be sent to the terminal.
package struct DirtyRegion: Hashable, Sendable {
    /// Neighbouring pixels of one row.
    package struct Run: Hashable, Sendable {
        /// The first column.
        package var x: Int
        /// How many columns; at least 1.
        package var length: Int
        /// The column after the last one.
        package var endX: Int { x + length }

        /// A run from its first column.
        package init(x: Int, length: Int) {
            self.x = x
            self.length = length
        }
    }

    /// The smallest rectangle around the pixels.
    package private(set) var bounds = PixelRect(width: 0, height: 0)
    /// Runs of each row of ``bounds``, from the left and with gaps between them; row `y` has those at
    /// `starts[y - bounds.y]..<starts[y - bounds.y + 1]`.
    private var runs: [Run] = []
    private var starts: [Int] = [0]

    /// No pixels.
    package init() {}

    /// All pixels of a rectangle.
    package init(_ rect: PixelRect) {
        guard !rect.isEmpty else { return }
        for row in rect.y..<rect.endY { append([Run(x: rect.x, length: rect.width)], row: row) }
    }

    /// Whether there is no pixel.
    package var isEmpty: Bool { runs.isEmpty }
    /// How many pixels there are.
    package var pixelCount: Int { runs.reduce(0) { $0 + $1.length } }

    /// The runs of a row, from the left, with gaps between them.
    package func runs(inRow row: Int) -> ArraySlice<Run> {
        guard row >= bounds.y, row < bounds.endY else { return [] }
        return runs[starts[row - bounds.y]..<starts[row - bounds.y + 1]]
    }

    /// Whether the pixel is among them.
    package func contains(x: Int, y: Int) -> Bool {
        runs(inRow: y).contains { x >= $0.x && x < $0.endX }
    }

    /// The pixels in either.
    package func union(_ other: DirtyRegion) -> DirtyRegion {
        if isEmpty { return other }
        if other.isEmpty { return self }
        var result = DirtyRegion()
        let rows = bounds.union(other.bounds)
        for row in rows.y..<rows.endY {
            let own = runs(inRow: row)
            let others = other.runs(inRow: row)
            if others.isEmpty {
                result.append(own, row: row)
            } else if own.isEmpty {
                result.append(others, row: row)
            } else {
                result.append(Self.merged(own, others), row: row)
            }
        }
        return result
    }

    /// Adds the runs of the next row; rows come in order, and empty ones may be left out.
    mutating func append(_ row: some Collection<Run>, row y: Int) {
        guard let first = row.first else { return }
        if runs.isEmpty { bounds = PixelRect(x: first.x, y: y, width: first.length, height: 1) }
        while starts.count - 1 < y - bounds.y { starts.append(runs.count) }
        runs.append(contentsOf: row)
        starts.append(runs.count)
        let last = runs[runs.count - 1]
        bounds = bounds.union(
            PixelRect(x: first.x, y: y, width: last.endX - first.x, height: 1))
    }

    private static func merged(_ left: ArraySlice<Run>, _ right: ArraySlice<Run>) -> [Run] {
        var merged: [Run] = []
        for run in (Array(left) + Array(right)).sorted(by: { $0.x < $1.x }) {
            guard let last = merged.last, run.x <= last.endX else {
                merged.append(run)
                continue
            }
            merged[merged.count - 1].length = max(last.endX, run.endX) - last.x
        }
        return merged
    }
}
