/// A start tag of HTML.
struct MarkupTag: Hashable, Sendable {
    /// In lower case.
    var name: String
    /// By name in lower case, entities decoded; the first of a repeated one.
    var attributes: [String: String]
    /// Of its `<` in the bytes it was read from.
    var offset: Int
}
