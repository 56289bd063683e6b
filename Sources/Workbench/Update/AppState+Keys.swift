internal import Screen

extension AppState {
    mutating func press(_ key: Key) -> [Effect] {
        withTask { $0.hasActivity = true }
        forgetMessage()
        if let popup { return press(key, in: popup) }
        if destination == .review, case .hint(let typed) = task?.mode {
            return press(key, hint: typed)
        }
        if destination == .accept, case .hint(let typed) = accept.mode {
            return press(key, sheetHint: typed)
        }
        if destination == .loops, loops.takesText { return pressInLoops(key) }
        return resolve(key)
    }

    /// What the keys mean now, for the keymap and the footer.
    package var context: KeyContext {
        switch (destination, task?.mode) {
        case (.accept, _): .accept
        case (.loops, _): loops.mode.context
        case (.disputes, _): .disputes
        case (.history, _): .history
        case (.review, .resize): .resize
        case (.review, .drawing): .drawing
        case (.review, _): .review
        }
    }

    /// A notice is about the key before; an error stays until it is seen.
    private mutating func forgetMessage() {
        if message?.level != .error { message = nil }
    }

    private mutating func resolve(_ key: Key) -> [Effect] {
        let keys = pendingKeys + [key]
        pendingKeys = []
        switch keymap.resolve(keys, in: context) {
        case .action(let action):
            return perform(action)
        case .chord:
            pendingKeys = keys
            return []
        case .unbound:
            if keys.count > 1, key != .escape {
                say(.information, "\(KeySequence(keys)) is not bound; ? lists all keys")
            }
            return []
        }
    }
}
