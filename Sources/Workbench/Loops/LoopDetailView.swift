internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// A loop: its photo with the model's and the people's boxes, and what is known about it.
    mutating func drawLoopDetail(_ layout: ScreenLayout) {
        drawFrame(layout)
        guard let detail = state.loops.detail else { return }
        let place = LoopDetailLayout(layout, detail.boxes)
        if let failure = detail.failure {
            drawNotice(
                ["This loop cannot be read", "", failure, "", "j and k go on"], isFailure: true,
                in: layout.pane)
        } else if let photo = detail.photo {
            drawPlaceholder(photo, layout.pane)
        } else {
            drawNotice(["Loading the loop"], in: layout.pane)
        }
        guard let view = detail.view else { return }
        drawCaptions(LoopCaption.all(view, place.boxes), place)
        drawFacts(view, layout.panel)
    }

    private mutating func drawCaptions(_ captions: [LoopCaption], _ place: LoopDetailLayout) {
        grid.fill(place.captions, style: panelStyle)
        for (caption, copy) in zip(captions, place.copies) {
            let row = place.captions.row
            let end = grid.write(
                " " + DisplayWidth.truncate(caption.title, to: copy.columns - 2),
                column: copy.column, row: row, style: strongStyle)
            let detail = DisplayWidth.truncate(caption.detail, to: copy.endColumn - end - 2)
            grid.write(detail, column: end + 2, row: row, style: mutedStyle)
        }
    }

    private mutating func drawFacts(_ view: LoopView, _ panel: CellRect) {
        let facts = LoopFacts(
            view: view, now: state.now, width: panel.columns - 3, rows: panel.rows,
            scoreText: state.scoreText)
        for (index, line) in facts.lines.prefix(panel.rows).enumerated() {
            draw(line, row: panel.row + index, in: panel)
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
    /// The photo of the loop that is looked at, once or twice.
    func loopCopies(_ layout: ScreenLayout) -> [PhotoCopy] {
        guard let detail = loops.detail, let view = detail.view, detail.failure == nil,
            let raster = detail.photo?.raster
        else { return [] }
        let place = LoopDetailLayout(layout, detail.boxes)
        let pixels = place.place(metrics)
        // What was asked for in another arrangement is not drawn in this one.
        guard raster.request.viewport.paneSize == pixels.size,
            raster.request.secondX == pixels.secondX
        else { return [] }
        let sides: [LoopDetailState.Boxes] =
            place.boxes == .beside ? [.model, .people] : [place.boxes]
        let drawing = LoopOverlay(view, scoreText: scoreText)
        return zip(sides, place.copies).map { side, rect in
            var overlay = VersionOverlay(raster, metrics: metrics, theme: theme)
            drawing.draw(side, on: &overlay)
            return PhotoCopy(overlay: overlay, rect: rect)
        }
    }
}
