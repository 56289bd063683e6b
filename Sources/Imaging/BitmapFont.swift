/// A font of fixed-width glyphs for the printable ASCII characters, drawn for this program.
package struct BitmapFont: Hashable, Sendable {
    /// Columns from one character to the next; the last one is blank.
    package let width: Int
    /// Rows of a character's box: descenders take the lowest.
    package let height: Int
    /// `height` bytes for each of the characters from space to `~` and then of the box that stands
    /// for any other; a byte is a row, its highest bit the leftmost pixel.
    private let rows: [UInt8]

    /// Glyphs of 5×7 pixels in a box of 6×9.
    package static let small = BitmapFont(width: 6, height: 9, sheet: smallSheet)
    /// Glyphs of 7×9 pixels with strokes two pixels wide, in a box of 8×13.
    package static let large = BitmapFont(width: 8, height: 13, sheet: largeSheet)

    /// The largest font whose box is at most `height` pixels high, else the smallest one.
    package static func fitting(height: Int) -> BitmapFont {
        height >= large.height ? large : small
    }

    /// The columns that a line of text takes.
    package func width(of text: String) -> Int { text.count * width }

    /// The rows of a character's glyph from the top.
    func glyph(of character: Character) -> ArraySlice<UInt8> {
        let code = character.asciiValue.map(Int.init) ?? 127
        let position = code >= 32 && code <= 126 ? code - 32 : 95
        return rows[position * height..<(position + 1) * height]
    }

    /// Reads a drawing of the glyphs: lines of glyphs side by side with a blank column between
    /// them, `#` for ink.
    private init(width: Int, height: Int, sheet: String) {
        self.width = width
        self.height = height
        let lines = sheet.utf8.split(separator: UInt8(ascii: "\n")).map(Array.init)
        var rows: [UInt8] = []
        for top in stride(from: 0, to: lines.count, by: height) {
            for left in stride(from: 0, to: lines[top].count, by: width) {
                for line in lines[top..<top + height] {
                    rows.append(Self.bits(of: line[left..<left + width - 1]))
                }
            }
        }
        self.rows = rows
    }

    private static func bits(of pixels: ArraySlice<UInt8>) -> UInt8 {
        pixels.enumerated().reduce(0) { bits, pixel in
            pixel.element == UInt8(ascii: "#") ? bits | 0x80 >> UInt8(pixel.offset) : bits
        }
    }
}
