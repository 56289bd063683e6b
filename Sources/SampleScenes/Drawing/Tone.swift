internal import Imaging

/// A colour while it is mixed: sRGB channels of 0 to 1 that may leave that range on the way.
struct Tone: Hashable, Sendable {
    var red: Float
    var green: Float
    var blue: Float

    init(_ red: Float, _ green: Float, _ blue: Float) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A tone from `0xRRGGBB`.
    init(_ hexadecimal: UInt32) {
        self.init(
            Float((hexadecimal >> 16) & 255) / 255, Float((hexadecimal >> 8) & 255) / 255,
            Float(hexadecimal & 255) / 255)
    }

    static let white = Tone(0xFFFFFF)
    static let black = Tone(0x000000)

    func mixed(with other: Tone, by amount: Float) -> Tone {
        Tone(
            red + (other.red - red) * amount, green + (other.green - green) * amount,
            blue + (other.blue - blue) * amount)
    }

    func lighter(_ amount: Float) -> Tone { mixed(with: .white, by: amount) }

    /// Towards a bluish black, as shade is outdoors.
    func darker(_ amount: Float) -> Tone { mixed(with: Tone(0x10101C), by: amount) }

    func multiplied(by other: Tone) -> Tone {
        Tone(red * other.red, green * other.green, blue * other.blue)
    }

    /// A neighbouring colour: lighter or darker by up to `spread`, a third of it in each channel's
    /// own direction.
    func varied(_ random: inout SplitMix64, by spread: Double = 0.04) -> Tone {
        let shift = random.number(in: -spread...spread)
        let channel = { (random: inout SplitMix64) in
            Float(shift + random.number(in: -spread...spread) / 3)
        }
        return Tone(red + channel(&random), green + channel(&random), blue + channel(&random))
    }
}
