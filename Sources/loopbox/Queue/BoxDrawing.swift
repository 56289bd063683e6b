import Annotations
import Imaging

/// Boxes and their labels painted over a photo.
nonisolated struct BoxDrawing {
    private(set) var image: RGBImage

    /// Colours that differ on most photos, by class.
    private static let colors: [RGBColor] = [
        RGBColor(red: 230, green: 25, blue: 75), RGBColor(red: 60, green: 180, blue: 75),
        RGBColor(red: 255, green: 225, blue: 25), RGBColor(red: 67, green: 99, blue: 216),
        RGBColor(red: 245, green: 130, blue: 49), RGBColor(red: 145, green: 30, blue: 180),
        RGBColor(red: 70, green: 240, blue: 240), RGBColor(red: 240, green: 50, blue: 230),
    ]

    /// A drawing over a photo.
    init(_ image: RGBImage) {
        self.image = image
    }

    /// Outlines a box and writes a label at its upper edge.
    mutating func draw(_ box: BoundingBox, text: String, hue: Int) {
        let color = Self.colors[hue % Self.colors.count]
        let width = max(2, min(image.width, image.height) / 200)
        fill(box.left..<box.right, box.top..<box.top + width, color)
        fill(box.left..<box.right, box.bottom - width..<box.bottom, color)
        fill(box.left..<box.left + width, box.top..<box.bottom, color)
        fill(box.right - width..<box.right, box.top..<box.bottom, color)
        write(text, atX: box.left, y: max(0, box.top - BitmapFont.large.height), color)
    }

    private mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ color: RGBColor) {
        for row in rows.clamped(to: 0..<image.height) {
            for column in columns.clamped(to: 0..<image.width) { set(column, row, color) }
        }
    }

    /// Black letters on a field of the colour.
    private mutating func write(_ text: String, atX left: Int, y top: Int, _ color: RGBColor) {
        let font = BitmapFont.large
        var field = IndexedCanvas(
            width: font.width(of: text) + 1, height: font.height, palette: [color, Self.ink])
        field.draw(text, x: 1, y: 0, font: font, with: 1)
        for row in 0..<min(field.height, image.height - top) {
            for column in 0..<min(field.width, image.width - left) {
                let index = Int(field.indices[row * field.width + column])
                set(left + column, top + row, field.palette[index])
            }
        }
    }

    private static let ink = RGBColor(red: 0, green: 0, blue: 0)

    private mutating func set(_ column: Int, _ row: Int, _ color: RGBColor) {
        let place = (row * image.width + column) * 3
        image.pixels[place] = color.red
        image.pixels[place + 1] = color.green
        image.pixels[place + 2] = color.blue
    }
}
