/// A word, literal or sign inside an output or tag.
struct LiquidMarkupToken: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        case identifier(String)
        case string(String)
        case integer(Int64)
        case number(Double)
        /// An operator or a punctuation mark.
        case sign(String)
        case end
    }

    var kind: Kind
    var offset: Int
}
