extension Key {
    /// What the key is called in the help, the footer and keymap files.
    package var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl+" + letter.uppercased()
        case .backTab: "S-Tab"
        case .function(let number): "F\(number)"
        default: Self.named.first { $0.key == self }?.name ?? "?"
        }
    }

    /// The key a name means, or nil when there is none such.
    package init?(name: String) {
        if let key = Self.named.first(where: { $0.name == name })?.key {
            self = key
        } else if name == "Space" {
            self = .character(" ")
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if name.hasPrefix("Ctrl+"), name.count == 6, let letter = name.lowercased().last {
            self = .control(letter)
        } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number)
        {
            self = .function(number)
        } else {
            return nil
        }
    }

    private static let named: [(name: String, key: Key)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
        ("Backspace", .backspace), ("Delete", .delete), ("Up", .up), ("Down", .down),
        ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
        ("PageDown", .pageDown),
    ]
}
