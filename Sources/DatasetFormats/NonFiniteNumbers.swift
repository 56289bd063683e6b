/// The words Python writes for numbers JSON does not have.
enum NonFiniteNumbers {
    private static let words = ["-Infinity", "Infinity", "NaN"].map { Array($0.utf8) }

    /// The same text with `null` for each `NaN`, `Infinity` and `-Infinity` outside of strings.
    static func replacedByNull(in bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "N")) || bytes.contains(UInt8(ascii: "I")) else {
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isInString = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isInString && byte == UInt8(ascii: "\\") {
                result += bytes[index..<min(index + 2, bytes.count)]
                index += 2
            } else if !isInString, let word = word(at: index, of: bytes) {
                result += Array("null".utf8)
                index += word.count
            } else {
                if byte == UInt8(ascii: "\"") { isInString.toggle() }
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private static func word(at index: Int, of bytes: [UInt8]) -> [UInt8]? {
        words.first { bytes[index...].starts(with: $0) }
    }
}
