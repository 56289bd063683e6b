internal import Screen

extension Painter {
    /// The sheet and its panel, or what stands in their place.
    mutating func drawAccept(_ layout: ScreenLayout) {}

    /// The keys that matter on the accept screen.
    var acceptHints: [KeyHint] { [] }
}

extension AppState {
    /// The thumbnails, or nil while there are none.
    func acceptPane(_ layout: ScreenLayout) -> ImagePane? { nil }
}
