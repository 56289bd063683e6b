/// A key and what it does, as the footer shows it.
struct KeyHint: Hashable, Sendable {
    var keys: String
    var text: String
}
