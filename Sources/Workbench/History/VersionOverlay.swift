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
    /// Where text stands already.
    private var plates: [PixelRect] = []

    /// A line of text that begins at a pixel of the canvas.
    struct CellTag {
        let text: String
        let color: RGBColor
        let x: Int
        let y: Int
    }

    /// An overlay; beside another its letters are small, to leave something of the photo.
    init(_ raster: PhotoRaster, metrics: ScreenMetrics, theme: Theme) {
        viewport = raster.request.viewport
        canvas = raster.copy
        self.theme = theme
        font =
            metrics.renderer == .sixel
            ? BitmapFont.fitting(
                height: raster.request.secondX == nil
                    ? max(9, min(13, metrics.cellHeight)) : 9) : nil
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
            // A thick line would fill a small box.
            let thickness = line == .thick ? max(1, min(3, min(rect.width, rect.height) / 10)) : 1
            canvas.stroke(rect.inset(by: -1), thickness: 1, with: CanvasInk.shadow)
            canvas.stroke(rect, thickness: thickness, with: ink)
            canvas.stroke(rect.inset(by: thickness), thickness: 1, with: CanvasInk.shadow)
        }
    }

    /// Writes tags above a box, the first one on top, or inside it where there is no room above.
    ///
    /// Tags that are larger than the box hide what is around it: they are written only when `isAlways`.
    mutating func write(
        _ tags: [(text: String, ink: UInt8)], at box: BoundingBox, isAlways: Bool = true
    ) {
        let rect = rect(box)
        guard rect.endX > 0, rect.endY > 0, rect.x < canvas.width, rect.y < canvas.height else {
            return
        }
        let wanted = tags.filter { tag in
            isAlways || width(of: tag.text) * lineHeight <= rect.width * rect.height
        }
        let widest = wanted.map { width(of: $0.text) }.max() ?? 0
        let top = top(ofLines: wanted.count, width: widest, at: rect)
        for (row, tag) in wanted.enumerated() {
            write(tag.text, x: rect.x, y: top + row * lineHeight, ink: tag.ink)
        }
    }

    /// The height of a line and its plate; a row of cells is two pixels of half blocks.
    private var lineHeight: Int { (font?.height ?? 0) + 2 }

    /// Above the box where there is room, else inside its top or below it; where text stands in all of
    /// these places, the first of them.
    private func top(ofLines count: Int, width: Int, at rect: PixelRect) -> Int {
        let height = count * lineHeight
        let gap = font == nil ? 0 : 1
        let inside = max(0, rect.y + 3 * gap)
        let places = [rect.y - height, inside, rect.endY + gap, rect.endY - height - 3 * gap]
            .filter { $0 >= gap && $0 + height <= canvas.height }
        let free = places.first { top in
            let plate = plate(x: rect.x, y: top, width: width, height: height)
            return !plates.contains { !$0.intersection(plate).isEmpty }
        }
        return free ?? places.first ?? inside
    }

    private func plate(x: Int, y: Int, width: Int, height: Int) -> PixelRect {
        PixelRect(
            x: min(max(x, 0), max(0, canvas.width - width - 1)), y: y, width: width,
            height: height)
    }

    private func width(of text: String) -> Int {
        font.map { $0.width(of: text) + 8 } ?? DisplayWidth.of(text) + 2
    }

    private mutating func write(_ text: String, x: Int, y: Int, ink: UInt8) {
        let plate = plate(x: x, y: y, width: width(of: text), height: lineHeight)
        plates.append(plate)
        guard let font else {
            let color = canvas.palette[Int(ink)]
            return tags.append(CellTag(text: text, color: color, x: x, y: y))
        }
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
