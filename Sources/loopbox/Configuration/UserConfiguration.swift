import Screen
import TOMLKit
import Workbench

/// The user's own settings: `$XDG_CONFIG_HOME/loopbox/config.toml`, every key of which may be absent.
///
/// ```toml
/// theme = "light"            # dark, light, or the path of a theme file
/// keymap = "labelimg"        # default, labelimg, cvat
/// renderer = "half-blocks"   # or sixel; without it the terminal is asked
/// mouse = false
/// [keys.review]              # also keys.resize and keys.drawing
/// "n" = "next-image"
/// ```
nonisolated struct UserConfiguration: Equatable {
    var theme = "dark"
    var keymap = Keymap.standard
    var renderer: ScreenMetrics.PixelRenderer?
    var isMouseEnabled = true

    private static let keys: Set = ["theme", "keymap", "renderer", "mouse", "keys"]

    /// The defaults.
    init() {}

    /// Settings from a file's text; `source` is what errors call the file.
    ///
    /// - Throws: ``ConfigurationError``, naming the line or key.
    init(_ text: String, source: String) throws {
        let table = try Self.parse(text, source: source)
        if let unknown = table.keys.first(where: { !Self.keys.contains($0) }) {
            throw ConfigurationError(
                source, "'\(unknown)' is no setting",
                "choose among \(Self.keys.sorted().joined(separator: ", "))")
        }
        theme = try Self.text("theme", in: table, source) ?? theme
        isMouseEnabled = try Self.flag("mouse", in: table, source) ?? isMouseEnabled
        renderer = try Self.renderer(in: table, source)
        keymap = try Self.keymap(in: table, source)
    }

    private static func parse(_ text: String, source: String) throws -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                "\(source):\(error.source.begin.line)", error.description, "correct the line")
        }
    }

    private static func text(_ key: String, in table: TOMLTable, _ source: String) throws -> String?
    {
        guard let value = table[key] else { return nil }
        guard let text = value.string else {
            throw ConfigurationError(source, "'\(key)' is not text", "put it in quotes")
        }
        return text
    }

    private static func flag(_ key: String, in table: TOMLTable, _ source: String) throws -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else {
            throw ConfigurationError(
                source, "'\(key)' is neither true nor false", "write one of them")
        }
        return flag
    }

    private static func renderer(in table: TOMLTable, _ source: String) throws
        -> ScreenMetrics.PixelRenderer?
    {
        switch try text("renderer", in: table, source) {
        case nil: nil
        case "sixel": .sixel
        case "half-blocks": .halfBlocks
        case let other?:
            throw ConfigurationError(
                source, "there is no renderer '\(other)'", "choose sixel or half-blocks")
        }
    }

    private static func keymap(in table: TOMLTable, _ source: String) throws -> Keymap {
        let name = try text("keymap", in: table, source) ?? "default"
        guard let profile = Keymap.profile(name) else {
            throw ConfigurationError(
                source, "there is no keymap '\(name)'",
                "choose among \(Keymap.profileNames.joined(separator: ", "))")
        }
        guard let contexts = table["keys"]?.table else { return profile }
        let own = try contexts.keys.sorted().flatMap { name -> [Binding] in
            guard let context = KeyContext(rawValue: name), let keys = contexts[name]?.table else {
                throw ConfigurationError(
                    source, "[keys.\(name)] is no table of keys",
                    "choose among \(KeyContext.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return try bindings(keys, in: context, source)
        }
        let keymap = profile.overlaid(by: own)
        try check(own, in: keymap, source)
        return keymap
    }

    /// A chord whose first keys do something by themselves would never be finished.
    private static func check(_ own: [Binding], in keymap: Keymap, _ source: String) throws {
        for binding in own {
            for length in 1..<max(1, binding.keys.keys.count) {
                let prefix = Array(binding.keys.keys.prefix(length))
                guard case .action(let action) = keymap.resolve(prefix, in: binding.context) else {
                    continue
                }
                throw ConfigurationError(
                    source,
                    "[keys.\(binding.context.rawValue)] \"\(binding.keys)\" never comes about, "
                        + "since \"\(KeySequence(prefix))\" alone is \(action.rawValue)",
                    "begin it with another key")
            }
        }
    }

    private static func bindings(
        _ table: TOMLTable, in context: KeyContext, _ source: String
    ) throws -> [Binding] {
        try table.keys.sorted().map { text in
            guard let keys = KeySequence(text) else {
                throw ConfigurationError(
                    source, "'\(text)' is no key", "write it as the help does, such as \"Ctrl+R\"")
            }
            guard let action = table[text]?.string.flatMap(Action.init(rawValue:)) else {
                throw ConfigurationError(
                    source, "\"\(text)\" is bound to no action",
                    "the README's table names the actions, such as \"next-image\"")
            }
            return Binding(context, keys, action)
        }
    }
}
