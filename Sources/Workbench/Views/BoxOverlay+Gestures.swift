internal import Annotations
internal import HumanReview
internal import Imaging

extension BoxOverlay {
    /// The crosshair, the box being drawn, and the points placed.
    mutating func drawGesture() {
        switch task.mode {
        case .drawing(let drawing):
            for point in drawing.points { drawPoint(point) }
            if let outline = drawing.outline { drawGrowing(outline) }
            drawCrosshair(drawing.crosshair)
        case .dragging(let drag):
            guard case .draw = drag.kind else { return }
            drawGrowing(drag.outline)
        default: break
        }
    }

    /// Letters on the boxes while a jump is being typed.
    mutating func drawHints() {
        guard case .hint(let typed) = task.mode, let font else { return }
        let labels = HintLabels.labels(count: task.draft.boxes.count)
        for (box, label) in zip(task.draft.boxes, labels) where label.hasPrefix(typed) {
            let rect = rect(box.box)
            let width = font.width(of: label) + 5
            let plate = PixelRect(
                x: rect.x + (rect.width - width) / 2,
                y: rect.y + (rect.height - font.height) / 2 - 2,
                width: width, height: font.height + 4)
            canvas.fill(plate, with: CanvasInk.hintBackground)
            canvas.draw(
                label, x: plate.x + 3, y: plate.y + 2, font: font, with: CanvasInk.hintText)
        }
    }

    private mutating func drawGrowing(_ box: BoundingBox) {
        let rect = rect(box)
        canvas.stroke(rect, thickness: isCoarse ? 1 : 2, with: ink(state.drawingLabel))
        if !isCoarse { canvas.strokeDashed(rect, thickness: 1, dash: 4, with: CanvasInk.light) }
    }

    private mutating func drawPoint(_ point: PixelPoint) {
        let place = viewport.pane(x: Double(point.x), y: Double(point.y))
        let square = PixelRect(
            x: Int(place.x.rounded()) - 2, y: Int(place.y.rounded()) - 2, width: 5, height: 5)
        canvas.fill(square, with: CanvasInk.handle)
    }

    private mutating func drawCrosshair(_ point: PixelPoint) {
        let place = viewport.pane(x: Double(point.x), y: Double(point.y))
        let x = Int(place.x.rounded())
        let y = Int(place.y.rounded())
        canvas.drawHorizontalLine(x: 0, y: y, length: canvas.width, with: CanvasInk.crosshair)
        canvas.drawVerticalLine(x: x, y: 0, length: canvas.height, with: CanvasInk.crosshair)
    }
}
