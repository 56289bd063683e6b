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

    /// The entry of a terminal.
    @MainActor
    init(name: String) throws(TerminalError) {
        self.name = name
        var status: CInt = 0
        guard setupterm(name, 1, &status) == OK else { throw .unknownTerminal(name: name) }
        defer { del_curterm(set_curterm(nil)) }
        booleans = Self.names(cn_boolean_name).map { ($0, tigetflag($0) == 1) }
        numbers = Self.names(cn_number_name).map {
            let value = tigetnum($0)
            return ($0, value >= 0 ? Int(value) : nil)
        }
        strings = Self.names(cn_string_name).map { ($0, Self.string($0)) }
    }

    /// Gives a string capability another value, or takes it away.
    mutating func set(_ name: String, _ value: String?) {
        guard let index = strings.firstIndex(where: { $0.name == name }) else { return }
        strings[index].value = value.map { Array($0.utf8) }
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
