import Screen

nonisolated extension String {
    /// The text, made printable, filled up with spaces to so many columns of a terminal, at least one.
    func padded(to columns: Int) -> String {
        let text = PrintableText.of(self)
        return text + String(repeating: " ", count: max(1, columns - DisplayWidth.of(text)))
    }
}
