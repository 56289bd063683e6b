internal import Annotations
internal import Imaging
internal import Screen

/// Draws boxes of several origins over a loop's photo.
struct VersionOverlay {
    let viewport: Viewport
    let theme: Theme
    var canvas: IndexedCanvas
    /// What is to be written in cells, where pixels are too coarse for letters.
    private(set) var tags: [CellTag] = []
    private let font: BitmapFont?

    /// A line of text that begins at a pixel of the canvas.
    struct CellTag {
        let text: String
        let color: RGBColor
        let x: Int
        let y: Int
    }

    init(_ raster: PhotoRaster, metrics: ScreenMetrics, theme: Theme) {
        viewport = raster.request.viewport
        canvas = raster.copy
        self.theme = theme
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
    ///
    /// - Parameter isAlways: whether tags are written that are larger than the box, and so hide what is
    ///   around it.
    mutating func write(
        _ tags: [(text: String, ink: UInt8)], at box: BoundingBox, isAlways: Bool = true
    ) {
        let rect = rect(box)
        guard rect.endX > 0, rect.endY > 0, rect.x < canvas.width, rect.y < canvas.height else {
            return
        }
        let height = (font?.height ?? 0) + 2
        let above = rect.y - tags.count * height
        let top = above >= (font == nil ? 0 : 1) ? above : max(0, rect.y + (font == nil ? 0 : 3))
        for (row, tag) in tags.enumerated()
        where isAlways || width(of: tag.text) * height <= rect.width * rect.height {
            write(tag.text, x: rect.x, y: top + row * height, ink: tag.ink)
        }
    }

    private func width(of text: String) -> Int {
        font.map { $0.width(of: text) + 8 } ?? DisplayWidth.of(text) + 2
    }

    private mutating func write(_ text: String, x: Int, y: Int, ink: UInt8) {
        let width = width(of: text)
        guard let font else {
            let color = canvas.palette[Int(ink)]
            return tags.append(CellTag(text: text, color: color, x: x, y: y))
        }
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
