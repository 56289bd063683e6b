/// One character cell: a grapheme one or two columns wide and its style.
package struct Cell: Hashable, Sendable {
    package var character: Character
    package var style: Style

    /// A cell; a double-width character is followed by a cell of ``continuation``.
    package init(_ character: Character, style: Style = Style()) {
        self.character = character
        self.style = style
    }

    /// Marks the second column of a double-width character.
    package static let continuation: Character = "\u{0}"
}
