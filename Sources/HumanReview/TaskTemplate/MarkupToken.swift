/// A piece of HTML; comments, declarations, scripts and styles are none.
enum MarkupToken: Hashable, Sendable {
    case start(MarkupTag)
    /// The name is in lower case.
    case end(name: String, offset: Int)
    /// Entities are decoded.
    case text(String)
    /// A tag the text ends inside of.
    case unfinished(offset: Int)
}
