internal import Imaging

/// Finds a terminal's number for a colour.
nonisolated struct ColorMapper: Hashable, Sendable {
    var depth: ColorDepth

    /// The number, or nil when the terminal has no colours.
    func number(of color: RGBColor) -> Int? {
        switch depth {
        case .none: nil
        case .trueColor: Int(color.red) << 16 | Int(color.green) << 8 | Int(color.blue)
        case .indexed: Self.indexed(color)
        case .sixteen: Self.nearest(to: color, in: Self.sixteen)
        }
    }

    /// The nearer of the best colour in xterm's 6×6×6 cube (16–231) and the best of its 24 greys
    /// (232–255); the first 16 are left out, since users change them.
    private static func indexed(_ color: RGBColor) -> Int {
        let steps = [color.red, color.green, color.blue].map(step)
        let cube = RGBColor(red: level(steps[0]), green: level(steps[1]), blue: level(steps[2]))
        let mean = (Int(color.red) + Int(color.green) + Int(color.blue)) / 3
        let shade = min(23, max(0, (mean - 3) / 10))
        let grey = UInt8(8 + shade * 10)
        let greyColor = RGBColor(red: grey, green: grey, blue: grey)
        return distance(greyColor, color) < distance(cube, color)
            ? 232 + shade : 16 + steps[0] * 36 + steps[1] * 6 + steps[2]
    }

    /// The cube's levels are 0, 95, 135, 175, 215 and 255.
    private static func step(_ level: UInt8) -> Int {
        level < 48 ? 0 : level < 115 ? 1 : (Int(level) - 35) / 40
    }

    private static func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + step * 40) }

    private static func nearest(to color: RGBColor, in colors: [RGBColor]) -> Int {
        colors.indices.min { distance(colors[$0], color) < distance(colors[$1], color) } ?? 0
    }

    private static func distance(_ left: RGBColor, _ right: RGBColor) -> Int {
        let red = Int(left.red) - Int(right.red)
        let green = Int(left.green) - Int(right.green)
        let blue = Int(left.blue) - Int(right.blue)
        return 3 * red * red + 4 * green * green + 2 * blue * blue
    }

    /// xterm's first 16 colours.
    private static let sixteen: [RGBColor] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { (value: UInt32) in
        RGBColor(
            red: UInt8(truncatingIfNeeded: value >> 16),
            green: UInt8(truncatingIfNeeded: value >> 8), blue: UInt8(truncatingIfNeeded: value))
    }
}
