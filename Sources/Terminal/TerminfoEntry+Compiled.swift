extension TerminfoEntry {
    /// The entry as `tic` would compile it, with 32-bit numbers (term(5), "Extended Number Format").
    nonisolated var compiled: [UInt8] {
        let names = Array("\(name)|as loopbox draws with it".utf8) + [0]
        let (offsets, table) = stringTable
        var bytes: [UInt8] = []
        for value in [
            0o1036, names.count, booleans.count, numbers.count, offsets.count, table.count,
        ] {
            bytes.append(short: value)
        }
        bytes += names
        bytes += booleans.map { $0.value ? 1 : 0 }
        bytes.padToEven()
        for number in numbers { bytes.append(long: number.value ?? -1) }
        for offset in offsets { bytes.append(short: offset) }
        bytes += table
        if hasDirectColor { bytes.appendDirectColor() }
        return bytes
    }

    /// The form in which ncurses takes an entry from the variable TERMINFO (ncurses(3), "TERMINFO").
    nonisolated var environmentValue: String {
        let digits = Array("0123456789ABCDEF".utf8)
        let text = compiled.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "hex:" + String(decoding: text, as: UTF8.self)
    }

    nonisolated private var stringTable: (offsets: [Int], bytes: [UInt8]) {
        var offsets: [Int] = []
        var table: [UInt8] = []
        for string in strings {
            offsets.append(string.value == nil ? -1 : table.count)
            if let value = string.value { table += value + [0] }
        }
        return (offsets, table)
    }
}

extension [UInt8] {
    nonisolated fileprivate mutating func append(short value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    nonisolated fileprivate mutating func append(long value: Int) {
        append(short: value)
        append(short: value >> 16)
    }

    nonisolated fileprivate mutating func padToEven() {
        if !count.isMultiple(of: 2) { append(0) }
    }

    /// The extended part: one true boolean, and in its string table the name of it.
    nonisolated fileprivate mutating func appendDirectColor() {
        padToEven()
        let name = Array("RGB".utf8) + [0]
        for value in [1, 0, 0, 1, name.count] { append(short: value) }
        append(1)
        padToEven()
        append(short: 0)
        self += name
    }
}
