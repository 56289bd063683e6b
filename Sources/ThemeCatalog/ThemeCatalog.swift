package import Screen

/// The themes that come with the program, and the reader of a user's own.
package enum ThemeCatalog {
    /// The names of the themes embedded in the program, the default first.
    package static let builtIn = ["dark", "light"]

    /// The embedded theme of a name.
    ///
    /// - Throws: ``ThemeError/unknownTheme(name:)``.
    package static func load(name: String) throws -> Theme {
        switch name {
        case "dark": try load(contentsOf: PackageResources.dark_toml, source: "Themes/dark.toml")
        case "light": try load(contentsOf: PackageResources.light_toml, source: "Themes/light.toml")
        default: throw ThemeError.unknownTheme(name: name)
        }
    }

    /// The theme a TOML file describes; every key of `Themes/dark.toml` is required, no other is known.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8, at most 64 KiB.
    ///   - source: what an error calls the file.
    /// - Returns: the theme, every colour set.
    /// - Throws: ``ThemeError``, naming the source and the line or key.
    package static func load(
        contentsOf bytes: [UInt8], source: String = "theme"
    ) throws -> Theme {
        var document = try ThemeDocument(bytes: bytes, source: source)
        let theme = try Theme(reading: &document)
        try document.rejectUnreadKeys()
        return theme
    }
}
