/// Reads of numbers from bytes that may be anything; outside the bytes there is nothing to read.
struct BoundedBytes {
    let bytes: ArraySlice<UInt8>
    var isLittleEndian = false

    /// How many bytes there are.
    var count: Int { bytes.count }

    /// The byte at an offset.
    func byte(_ offset: Int) -> Int? {
        guard offset >= 0, offset < bytes.count else { return nil }
        return Int(bytes[bytes.startIndex + offset])
    }

    /// Two bytes as a number.
    func word(_ offset: Int) -> Int? {
        guard offset < bytes.count, let first = byte(offset), let second = byte(offset + 1) else {
            return nil
        }
        return isLittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Four bytes as a number.
    func longWord(_ offset: Int) -> Int? {
        guard offset < bytes.count, let first = word(offset), let second = word(offset + 2) else {
            return nil
        }
        return isLittleEndian ? second << 16 | first : first << 16 | second
    }

    /// Whether the bytes at an offset are those of an ASCII text.
    func hasText(_ text: StaticString, at offset: Int = 0) -> Bool {
        bytes.dropFirst(offset).starts(with: "\(text)".utf8)
    }

    /// The bytes from an offset on, at most `length`.
    func part(from offset: Int, length: Int = .max) -> BoundedBytes {
        BoundedBytes(
            bytes: bytes.dropFirst(max(0, offset)).prefix(max(0, length)),
            isLittleEndian: isLittleEndian)
    }
}
