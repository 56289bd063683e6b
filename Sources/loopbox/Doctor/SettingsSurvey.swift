import OrderedJSON
import Screen

/// Looks at the user's own settings.
nonisolated struct SettingsSurvey {
    /// What they say; the defaults when they cannot be used.
    let configuration: UserConfiguration
    let report: JSONValue

    /// Reads them.
    init() {
        let file = JSONValue.Member(
            "file", .string(UserConfiguration.presentPath ?? "none, the defaults hold"))
        do {
            let configuration = try UserConfiguration.load()
            self.configuration = configuration
            report = .object([
                file, .init("theme", .string(configuration.theme)),
                .init("renderer", .string(Self.text(configuration.renderer))),
                .init("mouse", .bool(configuration.isMouseEnabled)),
            ])
        } catch {
            configuration = UserConfiguration()
            report = .object([file, .init("error", .string("\(error)"))])
        }
    }

    private static func text(_ renderer: ScreenMetrics.PixelRenderer?) -> String {
        switch renderer {
        case nil: "as the terminal says"
        case .sixel: "sixel"
        case .halfBlocks: "half blocks"
        }
    }
}
