/// Shapes in one palette index, cut at the canvas's edges.
extension IndexedCanvas {
    /// The rectangle of all the canvas's pixels.
    package var bounds: PixelRect { PixelRect(width: width, height: height) }

    /// Paints every pixel of a rectangle.
    package mutating func fill(_ rect: PixelRect, with index: UInt8) {
        let visible = rect.intersection(bounds)
        guard !visible.isEmpty else { return }
        let width = width
        var pixels = indices.mutableSpan
        for row in visible.y..<visible.endY {
            let start = row * width + visible.x
            for position in start..<start + visible.width { pixels[position] = index }
        }
    }

    /// Paints a rectangle's outline, `thickness` pixels wide, inside the rectangle.
    package mutating func stroke(_ rect: PixelRect, thickness: Int, with index: UInt8) {
        for edge in Self.edges(of: rect, thickness: thickness) { fill(edge, with: index) }
    }

    /// Paints an outline as ``stroke(_:thickness:with:)`` does, in dashes of `dash` pixels with gaps
    /// as long between them; the first dash begins at the left or top end of each edge.
    package mutating func strokeDashed(
        _ rect: PixelRect, thickness: Int, dash: Int, with index: UInt8
    ) {
        let dash = max(1, dash)
        for edge in Self.edges(of: rect, thickness: thickness) {
            fillDashed(edge, isHorizontal: edge.width >= edge.height, dash: dash, with: index)
        }
    }

    /// Paints `length` pixels rightwards from a pixel.
    package mutating func drawHorizontalLine(x: Int, y: Int, length: Int, with index: UInt8) {
        fill(PixelRect(x: x, y: y, width: length, height: 1), with: index)
    }

    /// Paints `length` pixels downwards from a pixel.
    package mutating func drawVerticalLine(x: Int, y: Int, length: Int, with index: UInt8) {
        fill(PixelRect(x: x, y: y, width: 1, height: length), with: index)
    }

    /// Paints the strokes of one line of text; what is between them stays as it is.
    ///
    /// - Parameters:
    ///   - text: characters that the font lacks become its box.
    ///   - x: the left edge of the first character's box.
    ///   - y: the top edge of the boxes, which are `font.height` pixels high.
    ///   - font: the glyphs.
    ///   - index: the colour of the strokes.
    package mutating func draw(
        _ text: String, x: Int, y: Int, font: BitmapFont, with index: UInt8
    ) {
        var left = x
        for character in text {
            guard left < width else { return }
            draw(font.glyph(of: character), x: left, y: y, font: font, with: index)
            left += font.width
        }
    }

    private mutating func draw(
        _ glyph: ArraySlice<UInt8>, x: Int, y: Int, font: BitmapFont, with index: UInt8
    ) {
        for (row, bits) in glyph.enumerated() where bits != 0 {
            for column in 0..<font.width where bits & (0x80 >> UInt8(column)) != 0 {
                fill(PixelRect(x: x + column, y: y + row, width: 1, height: 1), with: index)
            }
        }
    }

    private mutating func fillDashed(
        _ edge: PixelRect, isHorizontal: Bool, dash: Int, with index: UInt8
    ) {
        for start in stride(from: 0, to: isHorizontal ? edge.width : edge.height, by: 2 * dash) {
            let piece =
                isHorizontal
                ? PixelRect(x: edge.x + start, y: edge.y, width: dash, height: edge.height)
                : PixelRect(x: edge.x, y: edge.y + start, width: edge.width, height: dash)
            fill(piece.intersection(edge), with: index)
        }
    }

    /// Top, bottom, left and right edges, which do not overlap.
    private static func edges(of rect: PixelRect, thickness: Int) -> [PixelRect] {
        let vertical = min(max(0, thickness), (rect.height + 1) / 2)
        let horizontal = min(max(0, thickness), (rect.width + 1) / 2)
        let bottom = min(vertical, rect.height - vertical)
        let right = min(horizontal, rect.width - horizontal)
        let inner = rect.height - vertical - bottom
        return [
            PixelRect(x: rect.x, y: rect.y, width: rect.width, height: vertical),
            PixelRect(x: rect.x, y: rect.endY - bottom, width: rect.width, height: bottom),
            PixelRect(x: rect.x, y: rect.y + vertical, width: horizontal, height: inner),
            PixelRect(x: rect.endX - right, y: rect.y + vertical, width: right, height: inner),
        ]
    }
}
