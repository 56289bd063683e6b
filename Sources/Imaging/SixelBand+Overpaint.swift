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
        let columns = self.columns.span.extracting(unit.positions)
        line.reserve(columns: columns.count)
        // Columns ascend, so that the last one tells whether all are positions of `done`.
        precondition(columns[columns.count - 1].x < done.count)
        var run = SixelRun(from: from)
        for position in columns.indices {
            let column = unsafe columns[unchecked: position]
            run.cross(to: column.x, done: done, line: &line)
            run.take(column, done: &done, line: &line)
        }
        run.finish(line: &line)
        return run.end
    }
}
