internal import Annotations
internal import CTurboJPEG

/// The one owner of a libjpeg-turbo decompressor.
final class JPEGDecompressor {
    private let handle: tjhandle

    /// Allocates the library's state.
    init() throws(ImageError) {
        guard let handle = tjInitDecompress() else { throw Self.error(nil) }
        self.handle = handle
    }

    deinit { tjDestroy(handle) }

    /// The pixels of an image, rows from the top without padding.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - stored: the size that was read from its header.
    ///   - size: one of the sizes that the library scales `stored` to.
    ///   - format: the order of samples.
    /// - Returns: as many bytes as `size` and `format` need.
    /// - Throws: the library's text as the cause.
    func decompress(
        _ bytes: [UInt8], from stored: PixelSize, to size: PixelSize, as format: TJPF
    ) throws(ImageError) -> [UInt8] {
        try check(bytes, isOf: stored)
        let samples = format == TJPF_CMYK ? 4 : 3
        var status: Int32 = 0
        let pixels = [UInt8](
            unsafeUninitializedCapacity: size.width * size.height * samples
        ) { buffer, count in
            status = tjDecompress2(
                handle, bytes, UInt(bytes.count), buffer.baseAddress, Int32(size.width), 0,
                Int32(size.height), Int32(format.rawValue), TJFLAG_LIMITSCANS)
            count = buffer.count
        }
        if status != 0, !isRepaired { throw Self.error(handle) }
        return pixels
    }

    /// The library's own reading of the size decides how much it writes.
    private func check(_ bytes: [UInt8], isOf stored: PixelSize) throws(ImageError) {
        var width: Int32 = 0
        var height: Int32 = 0
        var subsampling: Int32 = 0
        var colorSpace: Int32 = 0
        let status = tjDecompressHeader3(
            handle, bytes, UInt(bytes.count), &width, &height, &subsampling, &colorSpace)
        // An unusual subsampling fails here and still decodes.
        if width == 0 || height == 0, status != 0 { throw Self.error(handle) }
        guard Int(width) == stored.width, Int(height) == stored.height else {
            throw ImageError(
                cause: "the JPEG has two headers that disagree",
                nextStep: "save the image again with another program")
        }
    }

    /// Whether what the library complained of leaves every pixel decoded.
    private var isRepaired: Bool {
        tjGetErrorCode(handle) == TJERR_WARNING.rawValue
            && !String(cString: tjGetErrorStr2(handle)).lowercased().contains("premature end")
    }

    private static func error(_ handle: tjhandle?) -> ImageError {
        let text = String(cString: tjGetErrorStr2(handle))
        return ImageError(
            cause: "the JPEG cannot be decoded: \(text)",
            nextStep: "copy it again from its source or save it with another program")
    }
}
