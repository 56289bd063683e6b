import OrderedJSON
import Screen

nonisolated extension String {
    /// The text filled up with spaces to so many columns of a terminal, at least one.
    func padded(to columns: Int) -> String {
        let text = PrintableText.of(self)
        return text + String(repeating: " ", count: max(1, columns - DisplayWidth.of(text)))
    }
}

nonisolated extension JSONValue {
    /// A count as a number.
    static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
