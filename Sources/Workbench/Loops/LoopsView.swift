internal import Screen

extension Painter {
    /// The figures or the list, or what stands in their place.
    mutating func drawLoops(_ layout: ScreenLayout) {}

    /// The keys that matter on the loops screen.
    var loopsHints: [KeyHint] { [] }
}

extension AppState {
    /// The photo of the loop that is looked at, or nil when there is none.
    func loopsPane(_ layout: ScreenLayout) -> ImagePane? { nil }
}
