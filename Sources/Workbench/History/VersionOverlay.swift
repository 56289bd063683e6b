internal import Annotations
internal import Imaging
internal import Screen

/// Draws boxes of several origins over a loop's photo.
struct VersionOverlay {
    let viewport: Viewport
    let theme: Theme
    var canvas: IndexedCanvas
    private let font: BitmapFont?

    init(_ raster: PhotoRaster, metrics: ScreenMetrics, theme: Theme) {
        viewport = raster.request.viewport
        canvas = raster.canvas
        self.theme = theme
        // Half blocks are too coarse for pixel letters: there the side panel names the boxes.
        font =
            metrics.renderer == .sixel
            ? BitmapFont.fitting(height: max(9, min(13, metrics.cellHeight))) : nil
    }

    /// How a box is drawn.
    enum Line {
        case thin
        case thick
        /// What is there no more, or not decided.
        case dashed
    }

    /// Draws a box.
    mutating func draw(_ box: BoundingBox, _ line: Line, ink: UInt8) {
        let rect = rect(box)
        switch (line, font) {
        case (.dashed, _):
            canvas.stroke(rect, thickness: 1, with: CanvasInk.shadow)
            canvas.strokeDashed(rect, thickness: font == nil ? 1 : 2, dash: 4, with: ink)
        case (_, nil): canvas.stroke(rect, thickness: 1, with: ink)
        default:
            let thickness = line == .thick ? 3 : 1
            canvas.stroke(rect.inset(by: -1), thickness: 1, with: CanvasInk.shadow)
            canvas.stroke(rect, thickness: thickness, with: ink)
            canvas.stroke(rect.inset(by: thickness), thickness: 1, with: CanvasInk.shadow)
        }
    }

    /// Writes tags above a box, the first one on top, or inside it where there is no room above.
    mutating func write(_ tags: [(text: String, ink: UInt8)], at box: BoundingBox) {
        guard let font else { return }
        let rect = rect(box)
        guard rect.endX > 0, rect.endY > 0, rect.x < canvas.width, rect.y < canvas.height else {
            return
        }
        let height = font.height + 2
        let above = rect.y - tags.count * height
        let top = above >= 1 ? above : max(0, rect.y + 3)
        for (row, tag) in tags.enumerated() {
            write(tag.text, x: rect.x, y: top + row * height, ink: tag.ink, font: font)
        }
    }

    private mutating func write(_ text: String, x: Int, y: Int, ink: UInt8, font: BitmapFont) {
        let width = font.width(of: text) + 8
        let plate = PixelRect(
            x: min(max(x, 0), max(0, canvas.width - width - 1)), y: y, width: width,
            height: font.height + 2)
        canvas.fill(plate, with: CanvasInk.shadow)
        canvas.fill(PixelRect(x: plate.x, y: plate.y, width: 3, height: plate.height), with: ink)
        canvas.draw(text, x: plate.x + 5, y: plate.y + 1, font: font, with: CanvasInk.light)
    }

    private func rect(_ box: BoundingBox) -> PixelRect {
        let pane = viewport.pane(box)
        func pixel(_ place: Double) -> Int { Int(max(-10_000, min(place, 20_000)).rounded()) }
        let (left, top) = (pixel(pane.left), pixel(pane.top))
        return PixelRect(
            x: left, y: top, width: max(1, pixel(pane.right) - left),
            height: max(1, pixel(pane.bottom) - top))
    }
}

extension PixelRect {
    fileprivate func inset(by amount: Int) -> PixelRect {
        PixelRect(
            x: x + amount, y: y + amount, width: max(0, width - 2 * amount),
            height: max(0, height - 2 * amount))
    }
}
