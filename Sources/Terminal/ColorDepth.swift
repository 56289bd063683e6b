/// How many colours text may have.
nonisolated package enum ColorDepth: String, Hashable, Sendable {
    /// No colours, only attributes.
    case none
    case sixteen = "16"
    case indexed = "256"
    case trueColor = "truecolor"
}
