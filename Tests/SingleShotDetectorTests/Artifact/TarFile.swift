/// A tar archive made byte by byte, for what no honest program writes.
struct TarFile {
    private(set) var bytes: [UInt8] = []

    /// Appends a member; the type is that of POSIX: 0 a file, 1 and 2 links, 5 a directory.
    ///
    /// The size is what the head claims, when it is not the content's length.
    mutating func append(
        _ name: String, _ content: [UInt8], type: Character = "0", link: String = "",
        size: Int? = nil
    ) {
        var head = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { head[offset + index] = byte }
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(Self.octal(size ?? content.count, digits: 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put(String(type), at: 156)
        put(link, at: 157)
        put("ustar\u{0}00", at: 257)
        put(Self.octal(head.reduce(0) { $0 + Int($1) }, digits: 6) + "\u{0} ", at: 148)
        bytes += head + content
        bytes += Array(repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// With the two empty blocks of the end.
    var ended: [UInt8] { bytes + Array(repeating: 0, count: 1024) }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
