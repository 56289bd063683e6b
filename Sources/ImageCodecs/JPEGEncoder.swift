internal import CTurboJPEG
package import Imaging

/// Writes baseline JPEG files.
package enum JPEGEncoder {
    /// The file of an image; equal arguments give equal bytes with one build of the library.
    ///
    /// - Parameters:
    ///   - image: at most 65,500 pixels a side, and not empty.
    ///   - quality: 1 to 100, clamped.
    ///   - subsampling: how coarsely colours are stored.
    /// - Returns: the whole file.
    /// - Throws: the library's text as the cause.
    package static func encode(
        _ image: RGBImage, quality: Int = 90, subsampling: ChromaSubsampling = .half
    ) throws(ImageError) -> [UInt8] {
        guard (1...JPEGLimits.longestSide).contains(image.width),
            (1...JPEGLimits.longestSide).contains(image.height)
        else {
            throw ImageError(
                cause: "an image of \(image.width)×\(image.height) pixels cannot be a JPEG",
                nextStep: "use 1 to \(JPEGLimits.longestSide) pixels a side")
        }
        guard let handle = tjInitCompress() else { throw error(nil) }
        defer { tjDestroy(handle) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        defer { tjFree(buffer) }
        let status = tjCompress2(
            handle, image.pixels, Int32(image.width), 0, Int32(image.height),
            Int32(TJPF_RGB.rawValue), &buffer, &count, libraryValue(subsampling),
            Int32(min(100, max(1, quality))), TJFLAG_ACCURATEDCT)
        guard status == 0, let buffer else { throw error(handle) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    private static func libraryValue(_ subsampling: ChromaSubsampling) -> Int32 {
        let value =
            switch subsampling {
            case .none: TJSAMP_444
            case .halfWidth: TJSAMP_422
            case .half: TJSAMP_420
            case .halfHeight: TJSAMP_440
            case .quarterWidth: TJSAMP_411
            }
        return Int32(value.rawValue)
    }

    private static func error(_ handle: tjhandle?) -> ImageError {
        ImageError(
            cause: "the JPEG cannot be written: \(String(cString: tjGetErrorStr2(handle)))",
            nextStep: "free some memory and try again")
    }
}
