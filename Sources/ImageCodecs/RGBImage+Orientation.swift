package import Annotations
package import Imaging

extension RGBImage {
    /// The stored image turned as a person sees it.
    package func upright(_ orientation: ImageOrientation) -> RGBImage {
        switch orientation {
        case .upright: self
        case .mirroredHorizontally:
            transformed(swapAxes: false, mirrorX: true, mirrorY: false)
        case .rotated180: transformed(swapAxes: false, mirrorX: true, mirrorY: true)
        case .mirroredVertically: transformed(swapAxes: false, mirrorX: false, mirrorY: true)
        case .transposed: transformed(swapAxes: true, mirrorX: false, mirrorY: false)
        case .rotatedClockwise: transformed(swapAxes: true, mirrorX: true, mirrorY: false)
        case .transversed: transformed(swapAxes: true, mirrorX: true, mirrorY: true)
        case .rotatedCounterclockwise:
            transformed(swapAxes: true, mirrorX: false, mirrorY: true)
        }
    }
}
