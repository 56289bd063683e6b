internal import Annotations
internal import HumanReview
internal import Imaging
internal import Screen

/// Draws a task's boxes over its photo.
struct BoxOverlay {
    let state: AppState
    let task: TaskState
    let viewport: Viewport
    var canvas: IndexedCanvas
    let font: BitmapFont?

    init(state: AppState, task: TaskState, raster: PhotoRaster) {
        self.state = state
        self.task = task
        viewport = raster.request.viewport
        canvas = raster.canvas
        // Half blocks are too coarse for pixel letters: BoxTags writes them in cells.
        font =
            state.metrics.renderer == .sixel
            ? BitmapFont.fitting(height: max(9, min(13, state.metrics.cellHeight))) : nil
    }

    mutating func draw() {
        for box in task.draft.boxes where box.id != task.selection { draw(box) }
        if let selected = task.previewedSelection { drawSelected(selected) }
        drawGesture()
        drawHints()
    }

    func ink(_ label: String) -> UInt8 {
        CanvasInk.ofClass(task.task.instructions.labels.classID(of: label), theme: state.theme)
    }

    func rect(_ box: BoundingBox) -> PixelRect {
        let pane = viewport.pane(box)
        let left = Int(max(-10_000, min(pane.left, 20_000)).rounded())
        let top = Int(max(-10_000, min(pane.top, 20_000)).rounded())
        let right = Int(max(-10_000, min(pane.right, 20_000)).rounded())
        let bottom = Int(max(-10_000, min(pane.bottom, 20_000)).rounded())
        return PixelRect(x: left, y: top, width: max(1, right - left), height: max(1, bottom - top))
    }

    private mutating func draw(_ box: ReviewBox) {
        let rect = rect(box.box)
        outline(rect, thickness: isCoarse ? 1 : 2, ink: ink(box.label))
        drawTag(box, on: rect)
    }

    private mutating func drawSelected(_ box: ReviewBox) {
        let rect = rect(box.box)
        outline(rect, thickness: isCoarse ? 1 : 3, ink: ink(box.label))
        drawTag(box, on: rect)
        guard !isCoarse, task.isEditable else { return }
        drawHandles(rect)
    }

    var isCoarse: Bool { font == nil }

    /// An outline with a dark line inside and outside it, so that it is seen on any photo.
    private mutating func outline(_ rect: PixelRect, thickness: Int, ink: UInt8) {
        guard !isCoarse else { return canvas.stroke(rect, thickness: 1, with: ink) }
        canvas.stroke(rect.grown(by: 1), thickness: 1, with: CanvasInk.shadow)
        canvas.stroke(rect, thickness: thickness, with: ink)
        canvas.stroke(rect.grown(by: -thickness), thickness: 1, with: CanvasInk.shadow)
    }

    private mutating func drawHandles(_ rect: PixelRect) {
        let middleX = rect.x + rect.width / 2
        let middleY = rect.y + rect.height / 2
        for (x, y) in [
            (rect.x, rect.y), (middleX, rect.y), (rect.endX - 1, rect.y), (rect.x, middleY),
            (rect.endX - 1, middleY), (rect.x, rect.endY - 1), (middleX, rect.endY - 1),
            (rect.endX - 1, rect.endY - 1),
        ] {
            let square = PixelRect(x: x - 3, y: y - 3, width: 7, height: 7)
            canvas.fill(square, with: CanvasInk.shadow)
            canvas.fill(square.grown(by: -1), with: CanvasInk.handle)
        }
    }

    /// The class and score on a plate of the class's colour, above the box or inside its top.
    private mutating func drawTag(_ box: ReviewBox, on rect: PixelRect) {
        guard let font else { return }
        let text = tag(of: box)
        let plate = PixelRect(
            x: min(max(rect.x, 0), max(0, canvas.width - font.width(of: text) - 4)),
            y: rect.y >= font.height + 3 ? rect.y - font.height - 2 : max(0, rect.y + 3),
            width: font.width(of: text) + 3, height: font.height + 2)
        guard isTagged(box, on: rect, by: plate) else { return }
        drawPlate(text, plate, label: box.label, font: font)
    }

    /// What names a box: its class, and its score or that it is confirmed.
    func tag(of box: ReviewBox) -> String {
        box.label + (box.isConfirmed ? " ok" : box.score.map { " " + state.scoreText($0) } ?? "")
    }

    /// Whether a box that can be seen gets a plate of a size.
    ///
    /// In a crowd the plates of small boxes would hide the boxes; the panel names them all.
    func isTagged(_ box: ReviewBox, on rect: PixelRect, by plate: PixelRect) -> Bool {
        guard rect.endX > 0, rect.endY > 0, rect.x < canvas.width, rect.y < canvas.height else {
            return false
        }
        return box.id == task.selection
            || rect.width * rect.height >= plate.width * plate.height
    }

    private mutating func drawPlate(
        _ text: String, _ plate: PixelRect, label: String, font: BitmapFont
    ) {
        canvas.fill(plate, with: ink(label))
        let theme = state.theme
        let id = task.task.instructions.labels.classID(of: label)
        let isLight = theme.textColor(onClass: id) == theme.outlineLight
        canvas.draw(
            text, x: plate.x + 2, y: plate.y + 1, font: font,
            with: isLight ? CanvasInk.light : CanvasInk.shadow)
    }
}

extension PixelRect {
    fileprivate func grown(by amount: Int) -> PixelRect {
        PixelRect(
            x: x - amount, y: y - amount, width: max(0, width + 2 * amount),
            height: max(0, height + 2 * amount))
    }
}
