internal import Annotations

/// What a JPEG file may claim before anything is allocated for it.
package enum JPEGLimits {
    /// The largest width and height; libjpeg-turbo's own `JPEG_MAX_DIMENSION`.
    package static let longestSide = 65_500
    /// The largest product of width and height.
    package static let mostPixels = 268_435_456
    /// The most bytes that one decode allocates, pixels and the library's coefficients together.
    package static let mostBytes = 536_870_912

    /// Refuses a header that claims more.
    static func check(_ header: JPEGHeader) throws(ImageError) {
        let size = header.storedSize
        guard !size.isEmpty else {
            throw ImageError(
                cause: "the JPEG header says \(size.width)×\(size.height) pixels",
                nextStep: "save the image again with another program")
        }
        guard size.width <= longestSide, size.height <= longestSide,
            size.width * size.height <= mostPixels
        else {
            throw ImageError(
                cause: "the JPEG header says \(size.width)×\(size.height) pixels, and the most is "
                    + "\(longestSide) a side and \(mostPixels / 1_000_000) million together",
                nextStep: "scale the image down first")
        }
    }
}
