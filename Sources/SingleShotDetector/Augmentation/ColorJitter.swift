package import Imaging

/// A change of all colours of an image, drawn as MXNet's `ImageDetAugmenter` does it (contract §7.8).
package struct ColorJitter: Hashable, Sendable {
    /// Added to OpenCV's 8-bit hue, of 180 steps a turn, which then stops at 0 and 180.
    package var hue: Int
    /// Added to lightness and saturation of 0 to 255, which stop there.
    package var lightness: Int
    package var saturation: Int
    /// What every channel is multiplied by afterwards.
    package var contrast: Double

    /// No change unless one is given.
    package init(hue: Int = 0, lightness: Int = 0, saturation: Int = 0, contrast: Double = 1) {
        self.hue = hue
        self.lightness = lightness
        self.saturation = saturation
        self.contrast = contrast
    }

    /// A drawn change: each part half of the time.
    init(using generator: inout TrainingGenerator) {
        self.init()
        hue = Self.shift(18, using: &generator)
        lightness = Self.shift(32, using: &generator)
        saturation = Self.shift(32, using: &generator)
        let change = generator.uniform(-0.5, 0.5)
        if generator.happens(0.5) { contrast = 1 + change }
    }

    /// The image with its colours changed.
    package func applied(to image: RGBImage) -> RGBImage {
        var image = image
        if hue != 0 || lightness != 0 || saturation != 0 { shift(&image.pixels) }
        if contrast != 1 { scale(&image.pixels) }
        return image
    }

    private static func shift(_ most: Double, using generator: inout TrainingGenerator) -> Int {
        let shift = Int(generator.uniform(-most, most))
        return generator.happens(0.5) ? shift : 0
    }

    private func shift(_ pixels: inout [UInt8]) {
        HLSColor.hueWeights.withUnsafeBufferPointer { weights in
            shift(&pixels, weights)
        }
    }

    private func shift(
        _ pixels: inout [UInt8], _ weights: UnsafeBufferPointer<SIMD4<Float>>
    ) {
        pixels.withUnsafeMutableBufferPointer { pixels in
            for place in stride(from: 0, to: pixels.count - 2, by: 3) {
                var color = HLSColor(
                    red: pixels[place], green: pixels[place + 1], blue: pixels[place + 2])
                color.hue = Self.limited(color.hue + hue, 180)
                color.lightness = Self.limited(color.lightness + lightness, 255)
                color.saturation = Self.limited(color.saturation + saturation, 255)
                (pixels[place], pixels[place + 1], pixels[place + 2]) = color.rgb(weights)
            }
        }
    }

    private func scale(_ pixels: inout [UInt8]) {
        let levels = (0...255).map { level in
            UInt8(min(max((Double(level) * contrast).rounded(.toNearestOrEven), 0), 255))
        }
        pixels.withUnsafeMutableBufferPointer { pixels in
            for place in pixels.indices { pixels[place] = levels[Int(pixels[place])] }
        }
    }

    @inline(__always)
    private static func limited(_ value: Int, _ most: Int) -> Int { min(max(value, 0), most) }
}
