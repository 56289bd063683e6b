/// EXIF segments made for tests.
enum ExifSegment {
    /// The payload of an APP1 segment that gives an orientation among other tags.
    static func payload(orientation: Int, isLittleEndian: Bool, type: Int = 3) -> [UInt8] {
        func word(_ value: Int) -> [UInt8] {
            let bytes = [UInt8(value >> 8 & 255), UInt8(value & 255)]
            return isLittleEndian ? bytes.reversed() : bytes
        }
        func longWord(_ value: Int) -> [UInt8] {
            let bytes = (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) }
            return isLittleEndian ? bytes.reversed() : bytes
        }
        var tiff: [UInt8] = Array(isLittleEndian ? "II".utf8 : "MM".utf8) + word(42)
        tiff += longWord(10) + [0, 0] + word(2)
        tiff += word(0x0100) + word(4) + longWord(1) + longWord(640)
        tiff += word(0x0112) + word(type) + longWord(1) + word(orientation) + word(0)
        return Array("Exif\0\0".utf8) + tiff + longWord(0)
    }

    /// The file with a segment after its first marker.
    static func inserted(_ payload: [UInt8], in file: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        let head: [UInt8] = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)]
        return file.prefix(2) + head + payload + file.dropFirst(2)
    }
}
