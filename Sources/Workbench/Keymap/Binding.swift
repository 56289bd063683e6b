package import Screen

/// One line of a keymap.
package struct Binding: Hashable, Sendable {
    package var context: KeyContext
    package var keys: KeySequence
    package var action: Action

    /// A binding.
    package init(_ context: KeyContext, _ keys: KeySequence, _ action: Action) {
        self.context = context
        self.keys = keys
        self.action = action
    }
}
