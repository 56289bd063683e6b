internal import Screen

extension Painter {
    /// The ground that a loop's photo and what is said about it stand on.
    mutating func drawFrame(_ layout: ScreenLayout) {
        grid.fill(
            layout.pane, style: Style(foreground: theme.mutedText, background: theme.surround))
        grid.fill(layout.panel, style: panelStyle)
    }

    /// What stands in the pane of a loop's photo while there is none.
    mutating func drawPlaceholder(_ photo: LoopPhoto, _ pane: CellRect) {
        guard photo.raster == nil else { return }
        var style = Style(foreground: theme.mutedText, background: theme.surround)
        guard let failure = photo.failure else {
            return drawCentered(["Loading \(photo.image.fileName)"], in: pane, style: style)
        }
        style.foreground = theme.error
        drawCentered(
            ["This photo cannot be shown", ""] + TextWrap.lines(failure, width: pane.columns - 8),
            in: pane, style: style)
    }

    /// Lines in the middle of the pane, in place of a photo.
    mutating func drawNotice(_ lines: [String], isFailure: Bool = false, in pane: CellRect) {
        drawCentered(
            lines.flatMap { $0.isEmpty ? [""] : TextWrap.lines($0, width: pane.columns - 8) },
            in: pane,
            style: Style(
                foreground: isFailure ? theme.error : theme.mutedText, background: theme.surround))
    }
}
