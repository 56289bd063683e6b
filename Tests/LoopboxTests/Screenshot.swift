import Foundation
import Imaging
import TestSupport
import Testing

/// The pixels of a screen.
struct Screenshot {
    private let width: Int
    private let pixels: [UInt8]

    /// Reads a picture of so many pixels.
    init(path: String, width: Int, height: Int) throws {
        let raw = path + ".rgb"
        let run = ProgramRun(["convert", path, "-depth", "8", "rgb:" + raw])
        #expect(run.status == 0)
        pixels = [UInt8](try Data(contentsOf: URL(filePath: raw)))
        try #require(pixels.count == width * height * 3)
        self.width = width
    }

    /// The colour of a pixel.
    func color(x: Int, y: Int) -> RGBColor {
        let start = (y * width + x) * 3
        return RGBColor(red: pixels[start], green: pixels[start + 1], blue: pixels[start + 2])
    }

    /// Whether a text in the small font stands at a place: its strokes in one colour, and all between them
    /// in another.
    func shows(_ text: String, x: Int, y: Int) -> Bool {
        let font = BitmapFont.small
        var drawn = IndexedCanvas(
            width: font.width(of: text) - 1, height: font.height,
            palette: [RGBColor(red: 0, green: 0, blue: 0), RGBColor(red: 9, green: 9, blue: 9)],
            filledWith: 0)
        drawn.draw(text, x: 0, y: 0, font: font, with: 1)
        var colors: [Set<RGBColor>] = [[], []]
        for (position, ink) in drawn.indices.enumerated() {
            colors[Int(ink)].insert(
                color(x: x + position % drawn.width, y: y + position / drawn.width))
        }
        return colors.allSatisfy { $0.count == 1 } && colors[0] != colors[1]
    }

    /// The colours of a rectangle's pixels.
    func colors(in rect: PixelRect) -> Set<RGBColor> {
        var colors: Set<RGBColor> = []
        for y in rect.y..<rect.endY {
            for x in rect.x..<rect.endX { colors.insert(color(x: x, y: y)) }
        }
        return colors
    }
}
