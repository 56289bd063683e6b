internal import HumanReview
internal import Screen

extension AppState {
    /// A key while a filter is typed or a popup of the loops screen is open.
    mutating func pressInLoops(_ key: Key) -> [Effect] {
        if let popup = loops.popup { return press(key, in: popup) }
        switch key {
        case .enter, .escape, .down:
            loops.list.isEditing = false
            // What is no filter is not left standing as if it were.
            if loops.list.mistake != nil { loops.list.show(loops.list.filter) }
            return []
        default:
            guard loops.list.field.press(key) else { return [] }
            return readTypedFilter()
        }
    }

    /// Text from the clipboard, into the filter or what a popup asks for.
    mutating func pasteInLoops(_ text: String) -> [Effect] {
        guard loops.takesText else { return [] }
        return text.prefix(400).flatMap { character in
            character.isNewline ? [] : pressInLoops(.character(character))
        }
    }

    private mutating func readTypedFilter() -> [Effect] {
        loops.list.readField() ? readLoops() : []
    }

    mutating func changeLoopOrder() -> [Effect] {
        var filter = loops.list.filter
        filter.order = filter.order.next
        loops.list.show(filter)
        return readLoops()
    }

    /// Takes a saved filter.
    mutating func takeFilter(_ filter: SavedFilter) -> [Effect] {
        loops.popup = nil
        return openLoopList(filter: filter.text)
    }
}
