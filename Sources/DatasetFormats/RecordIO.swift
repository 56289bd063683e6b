/// MXNet's record files (dmlc-core `recordio.h`): a magic word, a word of a flag and a length, the bytes,
/// and zeros up to a multiple of four, all little-endian.
///
/// Where the magic word stands in a payload at a multiple of four, the record is divided there and the
/// word left out, so that a reader that looks for the word finds only beginnings.
package enum RecordIO {
    static let magic: [UInt8] = [0x0A, 0x23, 0xD7, 0xCE]
    /// The longest part that a header can tell of, and the longest record that is read, 256 MiB.
    package static let mostBytes = 1 << 28

    /// What a part is of its record.
    enum Part: UInt32 {
        case whole, start, middle, end
    }

    /// A record of a payload shorter than ``mostBytes``.
    package static func record(_ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(payload.count + 12)
        var start = 0
        for place in stride(from: 0, to: payload.count & ~3, by: 4)
        where payload[place] == magic[0] && payload[place..<(place + 4)].elementsEqual(magic) {
            append(payload[start..<place], as: start == 0 ? .start : .middle, to: &bytes)
            start = place + 4
        }
        append(payload[start...], as: start == 0 ? .whole : .end, to: &bytes)
        bytes += [UInt8](repeating: 0, count: (4 - payload.count % 4) % 4)
        return bytes
    }

    private static func append(
        _ content: ArraySlice<UInt8>, as part: Part, to bytes: inout [UInt8]
    ) {
        bytes += magic
        bytes += word(part.rawValue << 29 | UInt32(truncatingIfNeeded: content.count))
        bytes += content
    }

    /// A word's bytes, the least first.
    static func word(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    /// The word at the beginning of at least four bytes.
    static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
