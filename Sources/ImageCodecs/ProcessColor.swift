/// Colours given as the inks of a printing press.
enum ProcessColor {
    /// Red, green and blue of cyan, magenta, yellow and black, four bytes a pixel to three.
    ///
    /// Each ink takes its share of light away and black takes its share of the rest; no colour
    /// profile is applied. When `isInverted`, 255 is no ink.
    static func rgb(_ inks: [UInt8], isInverted: Bool) -> [UInt8] {
        let flip: UInt8 = isInverted ? 0 : 255
        return [UInt8](unsafeUninitializedCapacity: inks.count / 4 * 3) { pixels, count in
            for source in stride(from: 0, to: inks.count - 3, by: 4) {
                let black = UInt32(inks[source + 3] ^ flip)
                for channel in 0..<3 {
                    let light = UInt32(inks[source + channel] ^ flip) * black
                    pixels[count] = UInt8(truncatingIfNeeded: (light + 127) / 255)
                    count += 1
                }
            }
        }
    }
}
