internal import Annotations

/// An APP1 segment that holds nothing but EXIF's orientation, tag 0x0112 (Exif 2.32, 4.5.4 and 4.6.4).
struct ExifSegment {
    var orientation: ImageOrientation

    /// The file with the segment before all others, where EXIF wants it.
    func inserted(into jpeg: [UInt8]) -> [UInt8] {
        let startOfImage = jpeg.prefix(2)
        return startOfImage + marker + jpeg.dropFirst(2)
    }

    private var marker: [UInt8] {
        let length = UInt8(payload.count + 2)
        return [0xFF, 0xE1, 0, length] + payload
    }

    /// A little-endian TIFF header and a directory of one entry: tag, SHORT, 1 value.
    private var payload: [UInt8] {
        Array("Exif".utf8) + [0, 0] + Array("II".utf8) + [42, 0, 8, 0, 0, 0]
            + [1, 0] + [0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation.rawValue), 0, 0, 0]
            + [0, 0, 0, 0]
    }
}
