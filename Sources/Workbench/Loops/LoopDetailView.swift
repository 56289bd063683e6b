internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// A loop: its photo with the model's and the people's boxes, and what is known about it.
    mutating func drawLoopDetail(_ layout: ScreenLayout) {
        let style = Style(foreground: theme.mutedText, background: theme.surround)
        grid.fill(layout.pane, style: style)
        grid.fill(layout.panel, style: panelStyle)
        guard let detail = state.loops.detail else { return }
        var failed = style
        failed.foreground = theme.error
        if let failure = detail.failure ?? detail.photoFailure {
            let what =
                detail.failure == nil ? "This photo cannot be shown" : "This loop cannot be read"
            let lines = TextWrap.lines(failure, width: layout.pane.columns - 8)
            drawCentered(
                [what, ""] + lines + ["", "j and k go on"], in: layout.pane, style: failed)
        } else if detail.raster == nil {
            let name = detail.view?.row.loop.image.fileName ?? "the loop"
            drawCentered(["Loading \(name)"], in: layout.pane, style: style)
        }
        if let view = detail.view { drawFacts(view, detail.boxes, layout.panel) }
    }

    private mutating func drawFacts(
        _ view: LoopView, _ boxes: LoopDetailState.Boxes, _ panel: CellRect
    ) {
        var row = panel.row
        for line in LoopFacts(view: view, boxes: boxes, now: state.now, width: panel.columns - 3)
            .lines
        {
            guard row < panel.endRow else { return }
            draw(line, row: row, in: panel)
            row += 1
        }
    }

    private mutating func draw(_ line: LoopFacts.Line, row: Int, in panel: CellRect) {
        let column = panel.column + 2
        switch line {
        case .gap: break
        case .title(let text, let detail):
            grid.write(text, column: column, row: row, style: strongStyle)
            grid.write(
                detail, column: panel.endColumn - DisplayWidth.of(detail) - 1, row: row,
                style: mutedStyle)
        case .status(let status, let age):
            grid.write(
                status.rawValue, column: column, row: row,
                style: panelStyle(color(of: status), bold: true))
            grid.write(
                age, column: panel.endColumn - DisplayWidth.of(age) - 1, row: row,
                style: mutedStyle)
        case .fact(let name, let value):
            let end = grid.write(name, column: column, row: row, style: mutedStyle)
            let text = DisplayWidth.truncate(value, to: panel.endColumn - end - 2)
            grid.write(
                text, column: panel.endColumn - DisplayWidth.of(text) - 1, row: row,
                style: panelStyle)
        case .box(let label, let detail):
            let color = theme.color(
                ofClass: state.loops.detail?.view?.labels.classID(of: label))
            grid.write(
                DisplayWidth.truncate(label, to: panel.columns - DisplayWidth.of(detail) - 6),
                column: column + 1, row: row, style: panelStyle(color))
            grid.write(
                detail, column: panel.endColumn - DisplayWidth.of(detail) - 1, row: row,
                style: panelStyle)
        case .text(let text):
            grid.write(text, column: column, row: row, style: mutedStyle)
        }
    }
}

extension AppState {
    /// The photo of the loop that is looked at, or nil when there is none.
    func loopsPane(_ layout: ScreenLayout) -> ImagePane? {
        guard loops.mode == .detail, let detail = loops.detail, let view = detail.view,
            detail.photoFailure == nil, detail.failure == nil, let raster = detail.raster,
            raster.request.image == view.row.loop.image
        else { return nil }
        var overlay = LoopOverlay(state: self, view: view, raster: raster)
        overlay.draw(detail.boxes)
        return ImagePane(
            rect: layout.pane, identity: raster.identity, photo: raster.canvas,
            canvas: overlay.canvas, encodedPhoto: raster.sixel)
    }
}
