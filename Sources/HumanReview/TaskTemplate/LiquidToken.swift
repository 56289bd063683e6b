/// A piece of a Liquid template; ranges and offsets are bytes of its source.
enum LiquidToken: Hashable, Sendable {
    /// Copied as it stands.
    case text(Range<Int>)
    /// What is between `{{` and `}}`.
    case output(markup: Range<Int>, offset: Int)
    /// What is between `{%` and `%}`: a name and the markup after it.
    case tag(name: String, markup: Range<Int>, offset: Int)
}
