/// The beginning of a sixel image, up to its pixels.
///
/// After DEC STD 070, chapter 9, and the VT330/VT340 Programmer Reference, volume 2, chapter 14.
struct SixelHeader {
    /// Moves to the first column of the next six rows.
    static let nextBand = UInt8(ascii: "-")
    /// What ends the image.
    static let end: [UInt8] = [0x1B, UInt8(ascii: "\\")]

    private(set) var bytes: [UInt8] = []

    /// Says that pixels without a colour stay as they are on the screen, that a pixel is square, and
    /// what the registers in use hold.
    init(width: Int, height: Int, palette: [RGBColor], isUsed: [Bool]) {
        append("\u{1B}P0;1;0q\"1;1;\(width);\(height)")
        for (register, color) in palette.enumerated() where isUsed[register] {
            let red = Self.percent(color.red)
            let green = Self.percent(color.green)
            let blue = Self.percent(color.blue)
            append("#\(register);2;\(red);\(green);\(blue)")
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A channel as terminals count it, rounded to the nearest.
    private static func percent(_ level: UInt8) -> Int { (Int(level) * 100 + 127) / 255 }
}
