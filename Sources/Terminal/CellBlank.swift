/// Neighbouring cells of one row to be overwritten with blanks.
nonisolated struct CellBlank: Hashable, Sendable {
    var column: Int
    var row: Int
    var columns: Int
}
