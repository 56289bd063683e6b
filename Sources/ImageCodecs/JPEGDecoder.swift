package import Annotations
internal import CTurboJPEG
package import Imaging

/// Decodes JPEG files (ITU-T T.81, baseline and progressive; grey, YCbCr, RGB, CMYK and YCCK).
package enum JPEGDecoder {
    /// What the file says about its image; only segments before the first scan are read.
    package static func header(of bytes: [UInt8]) throws(ImageError) -> JPEGHeader {
        guard !bytes.isEmpty else {
            throw ImageError(cause: "the file is empty", nextStep: "copy it again from its source")
        }
        guard bytes.starts(with: [0xFF, 0xD8]) else {
            throw ImageError(
                cause: "the file is not a JPEG, it begins with \(Self.beginning(of: bytes))",
                nextStep: "convert it to JPEG")
        }
        guard let header = JPEGHeader(JPEGMarkers(bytes)) else {
            throw ImageError(
                cause: "the JPEG holds no image header, it may be cut short",
                nextStep: "copy it again from its source")
        }
        try JPEGLimits.check(header)
        return header
    }

    /// The image as stored, not turned by the orientation.
    ///
    /// CMYK becomes RGB without a colour profile, as browsers do. A file that ends before its image
    /// does is an error; other damage that the library repairs is not.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - wanted: decodes to the smallest of the library's sizes (eighths of the stored one) that is
    ///     at least this in both directions; nil is the full size. In either case the image is
    ///     smaller when it would need more than ``JPEGLimits/mostBytes``.
    /// - Returns: an image of at least one pixel.
    /// - Throws: the library's text as the cause.
    package static func decode(
        _ bytes: [UInt8], atLeast wanted: PixelSize? = nil
    ) throws(ImageError) -> RGBImage {
        let header = try header(of: bytes)
        let size = try JPEGScale.size(of: header, atLeast: wanted)
        let library = try JPEGDecompressor()
        guard header.colorModel == .cmyk else {
            let pixels = try library.decompress(
                bytes, from: header.storedSize, to: size, as: TJPF_RGB)
            return RGBImage(width: size.width, height: size.height, pixels: pixels)
        }
        let inks = try library.decompress(bytes, from: header.storedSize, to: size, as: TJPF_CMYK)
        return RGBImage(
            width: size.width, height: size.height,
            pixels: ProcessColor.rgb(inks, isInverted: header.isInverted))
    }

    private static func beginning(of bytes: [UInt8]) -> String {
        let shown = bytes.prefix(4).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }
        return shown.joined(separator: " ")
    }
}
