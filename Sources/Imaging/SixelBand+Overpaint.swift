extension SixelBand {
    /// Paints one unit from a column on, in as few runs as can be.
    ///
    /// A pixel takes the colour that is painted last, so a run may cross pixels that other units
    /// paint later, and must spare only those in `done`. A run is as long as its columns' needs
    /// agree with all it crosses: there is no way with fewer runs.
    ///
    /// - Parameters:
    ///   - unit: what to paint.
    ///   - from: the column where the line stands, at most `unit.x`; columns before 0 are
    ///     blank in every band.
    ///   - done: for each column the rows that must not be painted any more; the unit's are added.
    ///   - line: where the runs are written.
    /// - Returns: the column where the line stands then.
    func paint(
        _ unit: SixelUnit, from: Int, done: inout MutableSpan<UInt8>, line: inout SixelLine
    ) -> Int {
        let columns = self.columns.span
        var run = SixelRun(start: from, end: max(0, from), spared: from < 0 ? 0x3F : 0)
        for position in unit.positions {
            let column = columns[position]
            run.cross(to: column.x, done: done, line: &line)
            run.take(column, done: done, line: &line)
        }
        line.run(run.end &- run.start, run.needed)
        for position in unit.positions {
            let column = columns[position]
            done[column.x] |= column.bits
        }
        return run.end
    }
}

/// A run of equal sixels while it grows.
private struct SixelRun {
    var start: Int
    var end: Int
    /// The rows that the unit has in any of the columns.
    var needed: UInt8 = 0
    /// The rows that must not be painted in any of them.
    var spared: UInt8

    /// Grows over columns where the unit has no pixel; the run ends where it must spare one of its
    /// rows, and a blank one begins.
    @inline(__always)
    mutating func cross(to x: Int, done: borrowing MutableSpan<UInt8>, line: inout SixelLine) {
        while end < x {
            // A blank run that spares every row stays blank.
            if needed == 0, spared == 0x3F {
                end = x
                return
            }
            let kept = done[end]
            if kept & needed == 0 {
                spared |= kept
            } else {
                finish(line: &line)
                spared = kept
            }
            end &+= 1
        }
    }

    /// Grows over a column of the unit, in a new run when this one cannot.
    @inline(__always)
    mutating func take(
        _ column: SixelBand.Column, done: borrowing MutableSpan<UInt8>, line: inout SixelLine
    ) {
        let kept = done[column.x]
        if (needed | column.bits) & (spared | kept) != 0 {
            finish(line: &line)
            spared = 0
        }
        needed |= column.bits
        spared |= kept
        end = column.x &+ 1
    }

    @inline(__always)
    private mutating func finish(line: inout SixelLine) {
        line.run(end &- start, needed)
        start = end
        needed = 0
    }
}
