internal import CNCurses
internal import Glibc

/// A terminal's capabilities by their terminfo names, read from the system and changed for our use.
nonisolated struct TerminfoEntry: Sendable {
    /// The terminal's name.
    let name: String
    /// In the order of `boolnames`, `numnames` and `strnames`: the order of the compiled form.
    var booleans: [(name: String, value: Bool)] = []
    var numbers: [(name: String, value: Int?)] = []
    var strings: [(name: String, value: [UInt8]?)] = []
    /// Whether colours are 24-bit numbers: ncurses' own extension `RGB`.
    var hasDirectColor = false

    /// How many colours there are.
    var colors: Int { numbers.first { $0.name == "colors" }?.value ?? 0 }

    /// What terminals that are not described understand, which have all come after xterm.
    private static let substitute = "xterm-256color"

    /// The entry of a terminal, or xterm's when the system has none: on a remote host, the rule for a
    /// terminal of one's own choice.
    @MainActor
    init(name: String) throws(TerminalError) {
        var status: CInt = 0
        let found = [name, Self.substitute].first { (name: String) in
            setupterm(name, 1, &status) == OK
        }
        guard let found else { throw .unknownTerminal(name: name) }
        defer { del_curterm(set_curterm(nil)) }
        self.name = found
        booleans = Self.names(cn_boolean_name).map { ($0, tigetflag($0) == 1) }
        numbers = Self.names(cn_number_name).map {
            let value = tigetnum($0)
            return ($0, value >= 0 ? Int(value) : nil)
        }
        strings = Self.names(cn_string_name).map { ($0, Self.string($0)) }
        guard strings.contains(where: { $0.name == "cup" && $0.value != nil }) else {
            throw .immovableCursor(name: name)
        }
    }

    /// Gives a string capability another value, or takes it away.
    mutating func set(_ name: String, _ value: String?) {
        guard let index = strings.firstIndex(where: { $0.name == name }) else { return }
        strings[index].value = value.map { Array($0.utf8) }
    }

    /// Gives a number capability another value.
    mutating func set(_ name: String, _ value: Int) {
        guard let index = numbers.firstIndex(where: { $0.name == name }) else { return }
        numbers[index].value = value
    }

    private static func names(_ name: (CInt) -> UnsafePointer<CChar>?) -> [String] {
        var names: [String] = []
        while let next = name(CInt(names.count)) { names.append(String(cString: next)) }
        return names
    }

    private static func string(_ name: String) -> [UInt8]? {
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
        return Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
    }
}
