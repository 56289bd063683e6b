internal import Testing

@testable internal import Imaging

struct BitmapFontTests {
    @Test(arguments: [BitmapFont.small, .large])
    func everyCharacterHasAGlyphOfItsOwn(font: BitmapFont) {
        var glyphs: Set<[UInt8]> = []
        for code in UInt8(33)...126 {
            let glyph = Array(font.glyph(of: Character(UnicodeScalar(code))))
            #expect(glyph.count == font.height)
            #expect(glyph.contains { $0 != 0 })
            // The last column is the gap between characters.
            #expect(glyph.allSatisfy { $0 & (0x80 >> UInt8(font.width - 1)) == 0 })
            glyphs.insert(glyph)
        }
        #expect(glyphs.count == 94)
        #expect(font.glyph(of: " ").allSatisfy { $0 == 0 })
        let box = Array(font.glyph(of: "é"))
        #expect(box == Array(font.glyph(of: "\u{1B}")))
        #expect(!glyphs.contains(box))
    }

    @Test func theLargestFontThatFitsIsChosen() {
        #expect(BitmapFont.fitting(height: 100) == .large)
        #expect(BitmapFont.fitting(height: 13) == .large)
        #expect(BitmapFont.fitting(height: 12) == .small)
        #expect(BitmapFont.fitting(height: 1) == .small)
    }

    @Test func textIsDrawnInItsBoxes() {
        var canvas = IndexedCanvas(
            width: 14, height: 9, palette: [RGBColor(red: 0, green: 0, blue: 0)])
        canvas.draw("Lj", x: 1, y: 0, font: .small, with: 1)
        let rows = (0..<9).map { row in
            canvas.indices[row * 14..<(row + 1) * 14].map { $0 == 0 ? "." : "#" }.joined()
        }
        #expect(
            rows == [
                ".#........#...", ".#............", ".#.......##...", ".#........#...",
                ".#........#...", ".#........#...", ".#####....#...", ".......#..#...",
                "........##....",
            ])
        #expect(BitmapFont.small.width(of: "Lj") == 12)
    }

    @Test func textOutsideIsCut() {
        var canvas = IndexedCanvas(
            width: 5, height: 5, palette: [RGBColor(red: 0, green: 0, blue: 0)])
        canvas.draw("MMMM", x: -9, y: -4, font: .large, with: 1)
        canvas.draw("MMMM", x: 3, y: 4, font: .small, with: 1)
        canvas.draw("M", x: 500, y: 500, font: .small, with: 1)
        #expect(canvas.indices.count == 25)
        #expect(canvas.indices.contains(1))
    }
}
