internal import Imaging
internal import TOMLKit

/// A theme's TOML while it is read: remembers which keys were asked for, so that the others can
/// be reported.
struct ThemeDocument {
    private static let byteLimit = 65_536

    private let source: String
    private let root: TOMLTable
    private var readKeys: Set<String> = []

    init(bytes: [UInt8], source: String) throws {
        self.source = source
        guard bytes.count <= Self.byteLimit else {
            throw ThemeError.unreadable(source: source, reason: "longer than 64 KiB")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw ThemeError.unreadable(source: source, reason: "not UTF-8 text")
        }
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ThemeError.malformed(
                source: source, line: error.source.begin.line, column: error.source.begin.column,
                reason: error.description)
        }
    }

    mutating func string(_ key: String) throws -> String {
        guard let value = try value(key).string else {
            throw ThemeError.wrongValue(source: source, key: key, expected: "text in quotes")
        }
        return value
    }

    mutating func color(_ key: String) throws -> RGBColor {
        try color(try value(key).string, key: key)
    }

    /// The colours of an array inside a table; never empty.
    mutating func colors(_ key: String, inTable tableKey: String) throws -> [RGBColor] {
        let path = "\(tableKey).\(key)"
        guard let table = try value(tableKey).table else {
            throw ThemeError.wrongValue(source: source, key: tableKey, expected: "a table")
        }
        if let unknown = table.keys.first(where: { $0 != key }) {
            throw ThemeError.unknownKey(source: source, key: "\(tableKey).\(unknown)")
        }
        guard let node = table[key] else {
            throw ThemeError.missingKey(source: source, key: path)
        }
        guard let array = node.array, !array.isEmpty else {
            throw ThemeError.wrongValue(
                source: source, key: path, expected: "an array of at least one colour")
        }
        return try array.enumerated().map { try color($1.string, key: "\(path)[\($0)]") }
    }

    func rejectUnreadKeys() throws {
        if let unknown = root.keys.first(where: { !readKeys.contains($0) }) {
            throw ThemeError.unknownKey(source: source, key: unknown)
        }
    }

    private mutating func value(_ key: String) throws -> any TOMLValueConvertible {
        readKeys.insert(key)
        guard let value = root[key] else {
            throw ThemeError.missingKey(source: source, key: key)
        }
        return value
    }

    private func color(_ text: String?, key: String) throws -> RGBColor {
        guard let color = text.flatMap(RGBColor.init(hexadecimal:)) else {
            throw ThemeError.wrongValue(
                source: source, key: key, expected: "a colour written \"#rrggbb\"")
        }
        return color
    }
}
