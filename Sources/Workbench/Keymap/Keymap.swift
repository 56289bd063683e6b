package import Screen

/// Which keys ask for which action: the one table behind the screen, the footer, the help, the palette
/// and the README.
package struct Keymap: Hashable, Sendable {
    package private(set) var bindings: [Binding]

    /// A keymap; an earlier binding of the same keys wins.
    package init(_ bindings: [Binding]) { self.bindings = bindings }

    /// What a key means after the keys of an unfinished chord.
    package enum Resolution: Hashable, Sendable {
        case action(Action)
        /// More keys are needed.
        case chord
        case unbound
    }

    /// Looks keys up in a context.
    package func resolve(_ keys: [Key], in context: KeyContext) -> Resolution {
        let own = bindings.filter { $0.context == context }
        if let binding = own.first(where: { $0.keys.keys == keys }) {
            return .action(binding.action)
        }
        return own.contains { $0.keys.continues(keys) } ? .chord : .unbound
    }

    /// The bindings that go on from an unfinished chord.
    package func continuations(of keys: [Key], in context: KeyContext) -> [Binding] {
        bindings.filter { $0.context == context && $0.keys.continues(keys) }
    }

    /// Every key sequence that asks for an action, the one to show first; those that an earlier binding
    /// took are not among them.
    package func keys(for action: Action, in context: KeyContext = .review) -> [KeySequence] {
        var seen: Set<KeySequence> = []
        return bindings.filter { $0.context == context && $0.action == action }.map(\.keys)
            .filter { resolve($0.keys, in: context) == .action(action) && seen.insert($0).inserted }
    }

    /// The same keymap with bindings put before it, so that they win.
    package func overlaid(by own: [Binding]) -> Keymap { Keymap(own + bindings) }
}
