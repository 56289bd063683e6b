/// Keys pressed one after another, as a keymap binds them and a footer shows them.
package struct KeySequence: Hashable, Sendable, CustomStringConvertible {
    package let keys: [Key]

    /// A sequence of keys.
    package init(_ keys: [Key]) { self.keys = keys }

    /// A sequence from its text: keys parted by spaces, as in `z z`, `Ctrl+R`, `S-Tab` or `Space`.
    ///
    /// - Returns: nil when a word is no key.
    package init?(_ text: String) {
        let keys = text.split(separator: " ").map { Key(name: String($0)) }
        guard !keys.isEmpty, !keys.contains(nil) else { return nil }
        self.keys = keys.compactMap { $0 }
    }

    package var description: String {
        // Two plain letters read as one word, as `zz`; names keep a space between them.
        let names = keys.map(\.name)
        return names.joined(separator: names.allSatisfy { $0.count == 1 } ? "" : " ")
    }

    /// Whether this sequence begins with `prefix` and goes on after it.
    package func continues(_ prefix: [Key]) -> Bool {
        keys.count > prefix.count && Array(keys.prefix(prefix.count)) == prefix
    }
}
