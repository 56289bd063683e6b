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
        bytes += "\u{1B}P0;1;0q".utf8
        append(UInt8(ascii: "\""), [1, 1, width, height])
        for (register, color) in palette.enumerated() where isUsed[register] {
            let percents = [color.red, color.green, color.blue].map(Self.percent)
            append(UInt8(ascii: "#"), [register, 2] + percents)
        }
    }

    /// Adds a command and its numbers with semicolons between them.
    private mutating func append(_ command: UInt8, _ numbers: [Int]) {
        for (position, number) in numbers.enumerated() {
            bytes.append(position == 0 ? command : UInt8(ascii: ";"))
            append(number)
        }
    }

    private mutating func append(_ number: Int) {
        if number >= 10 { append(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// A channel as terminals count it, rounded to the nearest.
    private static func percent(_ level: UInt8) -> Int { (Int(level) * 100 + 127) / 255 }
}
