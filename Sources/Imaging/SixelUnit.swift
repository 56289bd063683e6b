/// Columns of one colour that are painted together.
struct SixelUnit {
    var color: UInt8
    /// The first column.
    var x: Int
    /// Positions in ``SixelBand/columns``.
    var positions: Range<Int>
}
