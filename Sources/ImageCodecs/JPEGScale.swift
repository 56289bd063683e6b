internal import Annotations

/// The sizes that the library can decode to: eighths of the stored one, rounded up.
enum JPEGScale {
    /// The smallest such size that is at least `wanted` in both directions, the full one for nil, and
    /// a smaller one when it would need too many bytes.
    static func size(
        of header: JPEGHeader, atLeast wanted: PixelSize?
    ) throws(ImageError) -> PixelSize {
        let sizes = (1...8).map { scaled(header.storedSize, eighths: $0) }
        let fitting = sizes.filter { bytes(header, $0) <= JPEGLimits.mostBytes }
        guard let largest = fitting.last else {
            throw ImageError(
                cause: "decoding needs \(bytes(header, sizes[0]) >> 20) MB, and the most is "
                    + "\(JPEGLimits.mostBytes >> 20) MB",
                nextStep: "save the image as a baseline JPEG or scale it down first")
        }
        guard let wanted else { return largest }
        return fitting.first { $0.width >= wanted.width && $0.height >= wanted.height } ?? largest
    }

    private static func scaled(_ size: PixelSize, eighths: Int) -> PixelSize {
        PixelSize(
            width: (size.width * eighths + 7) / 8, height: (size.height * eighths + 7) / 8)
    }

    /// Inks and their colours are held at once.
    private static func bytes(_ header: JPEGHeader, _ size: PixelSize) -> Int {
        let samples = header.colorModel == .cmyk ? 7 : 3
        return size.width * size.height * samples + header.coefficientBytes
    }
}
