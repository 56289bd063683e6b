package import Imaging

/// What a scene is taken with.
package enum Camera: String, CaseIterable, Sendable {
    /// As an eye sees.
    case color
    /// Near infrared without a colour filter: one channel, in which leaves and skin are bright and the
    /// sky is dark. A detector that learnt from colours knows less of such pictures.
    case infrared

    /// What the camera makes of a painted scene.
    package func picture(of scene: RGBImage) -> RGBImage {
        switch self {
        case .color: scene
        case .infrared: infrared(scene)
        }
    }

    private func infrared(_ scene: RGBImage) -> RGBImage {
        var pixels = scene.pixels
        for start in stride(from: 0, to: pixels.count - 2, by: 3) {
            let (red, green, blue) = (
                Float(pixels[start]), Float(pixels[start + 1]), Float(pixels[start + 2])
            )
            let light = max(0, 0.65 * red + 0.65 * green - 0.35 * blue)
            let value = UInt8(min(255, light.rounded()))
            for channel in 0..<3 { pixels[start + channel] = value }
        }
        return RGBImage(width: scene.width, height: scene.height, pixels: pixels)
    }
}
