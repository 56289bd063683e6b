/// How a stored raster is turned to stand upright: the values of EXIF tag 0x0112.
package enum ImageOrientation: Int, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirroredHorizontally = 2
    case rotated180 = 3
    case mirroredVertically = 4
    case transposed = 5
    case rotatedClockwise = 6
    case transversed = 7
    case rotatedCounterclockwise = 8

    /// Whether width and height change places when the image is turned upright.
    package var swapsAxes: Bool { rawValue >= 5 }

    /// The size of the upright view of an image stored with `size`.
    package func viewSize(ofStored size: PixelSize) -> PixelSize {
        swapsAxes ? PixelSize(width: size.height, height: size.width) : size
    }

    /// Where a point of the stored image lies in the upright view, both in pixels from the top left.
    ///
    /// - Parameters:
    ///   - x: the stored column, 0 at the left edge and `size.width` at the right.
    ///   - y: the stored row.
    ///   - size: the stored image's size.
    /// - Returns: the point in the view's pixels.
    package func view(x: Double, y: Double, stored size: PixelSize) -> (x: Double, y: Double) {
        let width = Double(size.width)
        let height = Double(size.height)
        switch self {
        case .upright: return (x, y)
        case .mirroredHorizontally: return (width - x, y)
        case .rotated180: return (width - x, height - y)
        case .mirroredVertically: return (x, height - y)
        case .transposed: return (y, x)
        case .rotatedClockwise: return (height - y, x)
        case .transversed: return (height - y, width - x)
        case .rotatedCounterclockwise: return (y, width - x)
        }
    }

    /// The inverse of ``view(x:y:stored:)``.
    package func stored(x: Double, y: Double, stored size: PixelSize) -> (x: Double, y: Double) {
        let width = Double(size.width)
        let height = Double(size.height)
        switch self {
        case .upright: return (x, y)
        case .mirroredHorizontally: return (width - x, y)
        case .rotated180: return (width - x, height - y)
        case .mirroredVertically: return (x, height - y)
        case .transposed: return (y, x)
        case .rotatedClockwise: return (y, height - x)
        case .transversed: return (width - y, height - x)
        case .rotatedCounterclockwise: return (width - y, x)
        }
    }
}
