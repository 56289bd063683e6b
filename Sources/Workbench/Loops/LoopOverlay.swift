internal import Annotations
internal import HumanReview
internal import Imaging
internal import Screen

/// Draws the model's and the people's boxes over a loop's photo, so that they can be told apart:
/// dashed and thin what the model saw, solid what people said.
struct LoopOverlay {
    let state: AppState
    let view: LoopView
    let viewport: Viewport
    var canvas: IndexedCanvas
    private let font: BitmapFont?

    init(state: AppState, view: LoopView, raster: PhotoRaster) {
        self.state = state
        self.view = view
        viewport = raster.request.viewport
        canvas = raster.canvas
        // Half blocks are too coarse for pixel letters: there the side panel names the boxes.
        font =
            state.metrics.renderer == .sixel
            ? BitmapFont.fitting(height: max(9, min(13, state.metrics.cellHeight))) : nil
    }

    mutating func draw(_ boxes: LoopDetailState.Boxes) {
        if boxes != .model {
            for box in view.answers.flatMap(\.boxes) { drawAnswered(box) }
        }
        if boxes != .people {
            for box in view.proposals { drawProposed(box) }
        }
    }

    private mutating func drawAnswered(_ box: LabeledBox) {
        let rect = rect(box.box)
        let ink = ink(box.label)
        guard let font else { return canvas.stroke(rect, thickness: 1, with: ink) }
        canvas.stroke(grown(rect, by: 1), thickness: 1, with: CanvasInk.shadow)
        canvas.stroke(rect, thickness: 2, with: ink)
        canvas.stroke(grown(rect, by: -2), thickness: 1, with: CanvasInk.shadow)
        drawTag(box.label, label: box.label, x: rect.x, above: rect.y, font)
    }

    private mutating func drawProposed(_ box: ReviewBox) {
        let rect = rect(box.box)
        let dash = font == nil ? 1 : 5
        if font != nil { canvas.stroke(rect, thickness: 1, with: CanvasInk.shadow) }
        canvas.strokeDashed(rect, thickness: 1, dash: dash, with: ink(box.label))
        guard let font else { return }
        // At the bottom, where the answer's own plate is not.
        let score = box.score.map { " " + Percent.of($0) } ?? ""
        drawTag(
            box.label + score, label: box.label, x: rect.x,
            above: min(canvas.height, rect.endY + font.height + 3), font)
    }

    private mutating func drawTag(
        _ text: String, label: String, x: Int, above bottom: Int, _ font: BitmapFont
    ) {
        let width = font.width(of: text) + 3
        let plate = PixelRect(
            x: min(max(x, 0), max(0, canvas.width - width)),
            y: max(0, bottom - font.height - 2), width: width, height: font.height + 2)
        canvas.fill(plate, with: ink(label))
        let isLight =
            state.theme.textColor(onClass: view.labels.classID(of: label))
            == state.theme.outlineLight
        canvas.draw(
            text, x: plate.x + 2, y: plate.y + 1, font: font,
            with: isLight ? CanvasInk.light : CanvasInk.shadow)
    }

    private func ink(_ label: String) -> UInt8 {
        CanvasInk.ofClass(view.labels.classID(of: label), theme: state.theme)
    }

    private func rect(_ box: BoundingBox) -> PixelRect {
        let pane = viewport.pane(box)
        func whole(_ value: Double) -> Int { Int(max(-10_000, min(value, 20_000)).rounded()) }
        return PixelRect(
            x: whole(pane.left), y: whole(pane.top),
            width: max(1, whole(pane.right) - whole(pane.left)),
            height: max(1, whole(pane.bottom) - whole(pane.top)))
    }

    private func grown(_ rect: PixelRect, by amount: Int) -> PixelRect {
        PixelRect(
            x: rect.x - amount, y: rect.y - amount, width: max(0, rect.width + 2 * amount),
            height: max(0, rect.height + 2 * amount))
    }
}
