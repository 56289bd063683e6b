internal import Annotations
internal import Imaging

/// Turns a canvas into bytes with what a lens and a sensor add: darker corners and grain.
struct FilmGrain {
    private static let noise: Float = 5.5
    private static let fall: Float = 0.16

    private let strength: Float
    private let seed: UInt64
    private let center: (x: Float, y: Float)

    init(scene: Scene) {
        strength = scene.grain
        seed = scene.seed
        center = (Float(scene.size.width) / 2, Float(scene.size.height) / 2)
    }

    func develop(_ canvas: Canvas) -> RGBImage {
        let window = canvas.window
        var pixels: [UInt8] = []
        pixels.reserveCapacity(window.area * 3)
        for y in window.top..<window.bottom {
            for x in window.left..<window.right {
                let index = (y - window.top) * window.width + x - window.left
                let light = corner(x, y) * 255
                let grain = grain(x, y)
                pixels.append(Self.byte(canvas.reds[index] * light + grain))
                pixels.append(Self.byte(canvas.greens[index] * light + grain * 0.9))
                pixels.append(Self.byte(canvas.blues[index] * light + grain * 1.1))
            }
        }
        return RGBImage(width: window.width, height: window.height, pixels: pixels)
    }

    private func corner(_ x: Int, _ y: Int) -> Float {
        let (dx, dy) = ((Float(x) - center.x) / center.x, (Float(y) - center.y) / center.y)
        let square = (dx * dx + dy * dy) / 2
        return 1 - Self.fall * strength * square * square
    }

    /// The sum of three uniform bytes, near enough a bell curve, for a pixel of this film; half of
    /// it is shared by blocks of two pixels, as a lens blurs it.
    private func grain(_ x: Int, _ y: Int) -> Float {
        (bell(x, y, 0) + bell(x / 2, y / 2, 1)) * 0.5 * Self.noise * strength
    }

    private func bell(_ x: Int, _ y: Int, _ plane: UInt64) -> Float {
        let place = UInt64(truncatingIfNeeded: y) << 20 ^ UInt64(truncatingIfNeeded: x)
        let bits = SplitMix64.mixed(place &+ seed &* 0x9E37_79B9_7F4A_7C15 &+ plane << 48)
        let sum = Int(bits & 255) + Int((bits >> 8) & 255) + Int((bits >> 16) & 255)
        return Float(sum) / 382.5 - 1
    }

    private static func byte(_ value: Float) -> UInt8 {
        UInt8(min(max(value + 0.5, 0), 255))
    }
}
