/// Why a theme cannot be used; every description names the source, the place and the next step.
package enum ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No embedded theme has the name.
    case unknownTheme(name: String)
    /// The file is not UTF-8 text of at most 64 KiB.
    case unreadable(source: String, reason: String)
    /// The file is not TOML.
    case malformed(source: String, line: Int, column: Int, reason: String)
    /// A colour or table that every theme has is absent.
    case missingKey(source: String, key: String)
    /// A key that no theme has, most often a misspelling.
    case unknownKey(source: String, key: String)
    /// The value of a key is of another type than a theme has there.
    case wrongValue(source: String, key: String, expected: String)

    package var description: String {
        switch self {
        case .unknownTheme(let name):
            "theme '\(name)': there is none of that name; choose "
                + ThemeCatalog.builtIn.joined(separator: " or ")
        case .unreadable(let source, let reason):
            "\(source): \(reason); write it as UTF-8 text, Themes/dark.toml is an example"
        case .malformed(let source, let line, let column, let reason):
            "\(source):\(line):\(column): \(reason); correct the line"
        case .missingKey(let source, let key):
            "\(source): '\(key)' is missing; add it, Themes/dark.toml says what it colours"
        case .unknownKey(let source, let key):
            "\(source): '\(key)' is not a key of a theme; remove it or correct its spelling"
        case .wrongValue(let source, let key, let expected):
            "\(source): '\(key)' must be \(expected)"
        }
    }
}
