/// A run of equal sixels while it grows over columns.
struct SixelRun {
    /// The first column, and the one after the last.
    private(set) var start: Int
    private(set) var end: Int
    /// The rows that the unit has in any of the columns.
    private(set) var needed: UInt8 = 0
    /// The rows that must not be painted in any of them.
    private var spared: UInt8

    /// A blank run up to a column; those before column 0 are blank in every band.
    init(from start: Int) {
        self.start = start
        end = max(0, start)
        spared = start < 0 ? 0x3F : 0
    }

    /// Grows over columns where the unit has no pixel; the run ends where it must spare one of its
    /// rows, and a blank one begins.
    ///
    /// - Precondition: `x` is a position of `done`.
    @inline(__always)
    mutating func cross(to x: Int, done: borrowing MutableSpan<UInt8>, line: inout SixelLine) {
        if needed != 0 {
            while end < x {
                let kept = unsafe done[unchecked: end]
                if kept & needed != 0 {
                    finish(line: &line)
                    spared = 0
                    break
                }
                spared |= kept
                end &+= 1
            }
        }
        // A blank run that spares every row stays blank.
        while end < x, spared != 0x3F {
            spared |= unsafe done[unchecked: end]
            end &+= 1
        }
        end = x
    }

    /// Grows over a column of the unit, in a new run when this one cannot, and adds it to `done`.
    ///
    /// - Precondition: the column is a position of `done`.
    @inline(__always)
    mutating func take(
        _ column: SixelBand.Column, done: inout MutableSpan<UInt8>, line: inout SixelLine
    ) {
        let kept = unsafe done[unchecked: column.x]
        unsafe done[unchecked: column.x] = kept | column.bits
        if (needed | column.bits) & (spared | kept) != 0 {
            finish(line: &line)
            spared = 0
        }
        needed |= column.bits
        spared |= kept
        end = column.x &+ 1
    }

    /// Writes the run; a blank one begins where it ends.
    @inline(__always)
    mutating func finish(line: inout SixelLine) {
        line.run(end &- start, needed)
        start = end
        needed = 0
    }
}
