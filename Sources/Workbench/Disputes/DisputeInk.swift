internal import Screen

/// The colours that tell people's boxes apart: those of classes far from each other in the theme.
enum DisputeInk {
    /// The class whose colour an answer's boxes have.
    static func answer(_ position: Int, theme: Theme) -> Int {
        let count = max(1, min(theme.classes.count, CanvasInk.classCount))
        return position * 7 % count
    }
}
