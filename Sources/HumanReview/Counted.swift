/// Counts as people read them.
package enum Counted {
    /// `1,234,567`.
    package static func of(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// `1 box`, `1,412 boxes`; the plural is the noun with an s unless another is given.
    package static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        of(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
    }

    /// `1 box`, `4 boxes`.
    package static func boxes(_ number: Int) -> String { of(number, "box", "boxes") }

    /// `1 loop`, `412 loops`.
    package static func loops(_ number: Int) -> String { of(number, "loop") }
}
