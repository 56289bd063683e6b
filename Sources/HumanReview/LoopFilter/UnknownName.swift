/// A name in a filter that the workspace has never heard of, so that no loop can have it.
package struct UnknownName: Hashable, Sendable, CustomStringConvertible {
    /// More names than these make no hint.
    private static let mostListed = 8

    /// What it would be the name of: `class`, `worker`, `model` or `flow`.
    package var kind: String
    package var name: String
    /// What would do in its place: the nearest name, else all there are when they are few.
    package var hint: String?

    /// A name of some kind where only others are known.
    package init(_ kind: String, _ name: String, among known: [String]) {
        self.kind = kind
        self.name = name
        hint = NearestWord.of(name, among: known).map { "did you mean '\($0)'?" }
        if hint == nil, !known.isEmpty, known.count <= Self.mostListed {
            hint = "there are " + known.joined(separator: ", ")
        }
    }

    /// The name and the hint on one line.
    package var description: String {
        "no \(kind) '\(name)' here" + (hint.map { "; \($0)" } ?? "")
    }
}
