internal import Imaging

/// Numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension IndexedCanvas {
    /// A canvas whose pixels often repeat their left neighbour, as drawings do.
    static func random(
        width: Int, height: Int, colors: Int, using random: inout SeededRandom
    ) -> IndexedCanvas {
        let palette = (0..<colors).map {
            RGBColor(red: UInt8($0), green: UInt8(255 - $0), blue: UInt8($0 ^ 0x55))
        }
        var index: UInt8 = 0
        let indices = (0..<width * height).map { _ in
            if Bool.random(using: &random) {
                index = UInt8.random(in: 0...UInt8(colors - 1), using: &random)
            }
            return index
        }
        return IndexedCanvas(width: width, height: height, palette: palette, indices: indices)
    }
}
