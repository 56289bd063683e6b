/// A filter of a workspace that was given a name.
package struct SavedFilter: Hashable, Sendable {
    package var name: String
    /// As it was typed, see ``LoopFilter``.
    package var text: String

    /// A named filter.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
