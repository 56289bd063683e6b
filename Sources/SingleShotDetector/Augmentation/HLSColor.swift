/// A colour as OpenCV's `COLOR_RGB2HLS` makes it of 8-bit channels.
struct HLSColor: Hashable {
    /// Half degrees, 0 to 180.
    var hue: Int
    /// 0 to 255.
    var lightness: Int
    /// 0 to 255.
    var saturation: Int

    /// A colour from its parts.
    init(hue: Int, lightness: Int, saturation: Int) {
        self.hue = hue
        self.lightness = lightness
        self.saturation = saturation
    }

    /// The colour of a pixel, every part rounded.
    @inline(__always)
    init(red: UInt8, green: UInt8, blue: UInt8) {
        let (r, g, b) = (Int(red), Int(green), Int(blue))
        let (high, low) = (max(r, g, b), min(r, g, b))
        let (sum, spread) = (high + low, high - low)
        lightness = (sum + 1) / 2
        guard spread > 0 else {
            hue = 0
            saturation = 0
            return
        }
        let share = Float(spread) / Float(sum < 255 ? sum : 510 - sum)
        saturation = Self.rounded(share * 255)
        // In units of 60 degrees, from the channel that is highest.
        let turn: Int
        let from: Int
        if high == r {
            (turn, from) = (0, g - b)
        } else if high == g {
            (turn, from) = (2, b - r)
        } else {
            (turn, from) = (4, r - g)
        }
        let sixths = Float(turn) + Float(from) / Float(spread)
        hue = Self.rounded((sixths < 0 ? sixths + 6 : sixths) * 30)
    }

    /// The colour's channels, rounded; given ``hueWeights``, which a loop takes once.
    @inline(__always)
    func rgb(_ hueWeights: UnsafeBufferPointer<SIMD4<Float>>) -> (UInt8, UInt8, UInt8) {
        let level = Float(lightness) * (1 / 255)
        let share = Float(saturation) * (1 / 255)
        let high = level <= 0.5 ? level * (1 + share) : level + share - level * share
        let low = 2 * level - high
        let weights = hueWeights[hue]
        let levels = (low + (high - low) * weights) * 255
        return (Self.channel(levels.x), Self.channel(levels.y), Self.channel(levels.z))
    }

    /// By hue: how far each channel is from the lowest to the highest.
    static let hueWeights: [SIMD4<Float>] = (0...180).map { hue in
        let sixths = Float(hue % 180) / 30
        let rising = sixths - sixths.rounded(.down)
        return switch Int(sixths) {
        case 0: SIMD4(1, rising, 0, 0)
        case 1: SIMD4(1 - rising, 1, 0, 0)
        case 2: SIMD4(0, 1, rising, 0)
        case 3: SIMD4(0, 1 - rising, 1, 0)
        case 4: SIMD4(rising, 0, 1, 0)
        default: SIMD4(1, 0, 1 - rising, 0)
        }
    }

    @inline(__always)
    private static func channel(_ level: Float) -> UInt8 {
        UInt8(truncatingIfNeeded: rounded(level))
    }

    /// A number from 0 to 2^22 rounded to even, as the processor rounds.
    @inline(__always)
    private static func rounded(_ value: Float) -> Int {
        Int(truncatingIfNeeded: (value + 0x1p23).bitPattern & 0x7FFFFF)
    }
}
