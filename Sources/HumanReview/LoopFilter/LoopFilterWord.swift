/// One blank-parted word of a filter, taken apart but not yet understood.
struct LoopFilterWord: Hashable {
    /// Text and the column where it begins; quoting is undone.
    struct Piece: Hashable {
        var text: String
        var column: Int
    }

    var isNegated = false
    /// What stands before the comparison; nil for a word that is searched for.
    var key: Piece?
    var comparison = LoopCondition.Comparison.equal
    /// What stands after it, parted by commas; a searched word is the only one.
    var values: [Piece] = []
}
