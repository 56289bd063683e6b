/// The bytes of a sixel image (DEC STD 070, chapter 9; VT330/VT340 Programmer Reference, volume 2,
/// chapter 14).
struct SixelWriter {
    private(set) var bytes: [UInt8] = []

    /// Begins the image: pixels of no colour stay as they are on the screen, one pixel is square.
    mutating func begin(width: Int, height: Int) {
        append("\u{1B}P0;1;0q\"1;1;\(width);\(height)")
    }

    /// Ends the image.
    mutating func end() { append("\u{1B}\\") }

    /// Defines a colour register, in percent a channel.
    mutating func define(_ register: Int, _ color: RGBColor) {
        append(
            "#\(register);2;\(Self.percent(color.red));\(Self.percent(color.green));"
                + "\(Self.percent(color.blue))")
    }

    /// Goes on with the next band of six rows, `count` times.
    mutating func nextBand(_ count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: count))
    }

    /// Goes back to the band's first column.
    mutating func carriageReturn() { bytes.append(UInt8(ascii: "$")) }

    /// Chooses the colour of what follows.
    mutating func select(_ register: Int) {
        bytes.append(UInt8(ascii: "#"))
        append(number: register)
    }

    /// Paints `count` columns alike: bit `r` of `bits` is the pixel in the band's row `r`.
    mutating func run(_ count: Int, _ bits: UInt8) {
        let sixel = bits + UInt8(ascii: "?")
        guard count > 3 else {
            for _ in 0..<count { bytes.append(sixel) }
            return
        }
        bytes.append(UInt8(ascii: "!"))
        append(number: count)
        bytes.append(sixel)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// A channel as terminals count it, rounded to the nearest.
    private static func percent(_ level: UInt8) -> Int { (Int(level) * 100 + 127) / 255 }
}
