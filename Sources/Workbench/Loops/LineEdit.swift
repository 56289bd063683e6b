internal import Screen

/// A line of text that is being typed, and the place in it.
package struct LineEdit: Hashable, Sendable {
    package private(set) var text: String
    /// Characters before the cursor.
    package private(set) var cursor: Int

    /// A text with the cursor at its end.
    package init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Whether the key changed the text or moved in it.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .backspace: remove(cursor - 1)
        case .delete: remove(cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): self = LineEdit(String(text.dropFirst(cursor)), cursor: 0)
        case .control("w"): removeWord()
        default: return false
        }
        return true
    }

    mutating func insert(_ typed: String) {
        let start = text.index(text.startIndex, offsetBy: cursor)
        text.insert(contentsOf: typed, at: start)
        // A combining mark joins the character before it.
        cursor = min(text.count, cursor + typed.count)
    }

    private init(_ text: String, cursor: Int) {
        self.text = text
        self.cursor = cursor
    }

    private mutating func remove(_ position: Int) {
        guard (0..<text.count).contains(position) else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: position))
        cursor = position
    }

    private mutating func removeWord() {
        let before = text.prefix(cursor)
        let kept = before.reversed().drop { $0 == " " }.drop { $0 != " " }
        self = LineEdit(
            String(kept.reversed()) + text.dropFirst(cursor), cursor: kept.count)
    }
}
