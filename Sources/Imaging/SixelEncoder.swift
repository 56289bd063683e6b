/// Turns canvases into sixel images for a terminal.
///
/// A colour register has its palette index's number.
package enum SixelEncoder {
    /// An opaque image of a part of a canvas.
    ///
    /// - Parameters:
    ///   - canvas: what to encode.
    ///   - region: the part to encode, cut at the canvas's edges; nil for all of it.
    /// - Returns: the whole device control string, or no bytes when the region is empty.
    package static func encode(_ canvas: IndexedCanvas, region: PixelRect? = nil) -> [UInt8] {
        let region = (region ?? canvas.bounds).intersection(canvas.bounds)
        return encodeOverlay(
            canvas, mask: DirtyRegion(region), leadingRows: -region.y, leftColumn: region.x)
    }

    /// A transparent image that paints only some of a canvas's pixels.
    ///
    /// The image is as wide as the rightmost pixel and as high as the lowest one need; what is
    /// not in `mask` stays on the screen.
    ///
    /// - Parameters:
    ///   - canvas: where the pixels come from.
    ///   - mask: the pixels to paint; those outside the canvas are left out.
    ///   - leadingRows: blank pixel rows above the canvas's first, so that the image may be
    ///     anchored at a row above it; when negative, this many rows of the canvas are left out.
    ///   - leftColumn: the canvas's column that the image begins with.
    /// - Returns: the whole device control string, or no bytes when there is nothing to paint.
    package static func encodeOverlay(
        _ canvas: IndexedCanvas, mask: DirtyRegion, leadingRows: Int = 0, leftColumn: Int = 0
    ) -> [UInt8] {
        let window = PixelRect(
            x: leftColumn, y: -leadingRows, width: max(0, canvas.width - leftColumn),
            height: max(0, canvas.height + leadingRows))
        let painted = mask.bounds.intersection(canvas.bounds).intersection(window)
        guard !painted.isEmpty else { return [] }
        var writer = SixelWriter()
        writer.begin(width: painted.endX - leftColumn, height: painted.endY + leadingRows)
        var used = [Bool](repeating: false, count: 256)
        for y in painted.y..<painted.endY {
            for x in painted.x..<painted.endX where mask.contains(x: x, y: y) {
                used[Int(canvas.indices[y * canvas.width + x])] = true
            }
        }
        for (index, color) in canvas.palette.enumerated() where used[index] {
            writer.define(index, color)
        }
        let height = painted.endY + leadingRows
        for top in stride(from: 0, to: height, by: 6) {
            if top > 0 { writer.nextBand(1) }
            var columns: [UInt8: [(x: Int, bits: UInt8)]] = [:]
            for x in painted.x..<painted.endX {
                for row in 0..<min(6, height - top) {
                    let y = top + row - leadingRows
                    guard mask.contains(x: x, y: y), canvas.bounds.contains(x: x, y: y) else {
                        continue
                    }
                    let index = canvas.indices[y * canvas.width + x]
                    let column = x - leftColumn
                    if let last = columns[index]?.last, last.x == column {
                        var merged = last
                        merged.bits |= 1 << UInt8(row)
                        columns[index]?.removeLast()
                        columns[index]?.append(merged)
                    } else {
                        columns[index, default: []].append((column, 1 << UInt8(row)))
                    }
                }
            }
            for (position, color) in columns.sorted(by: { $0.key < $1.key }).enumerated() {
                if position > 0 { writer.carriageReturn() }
                writer.select(Int(color.key))
                var next = 0
                for column in color.value {
                    if column.x > next { writer.run(column.x - next, 0) }
                    writer.run(1, column.bits)
                    next = column.x + 1
                }
            }
        }
        writer.end()
        return writer.bytes
    }
}
