import Glibc

/// Small files of `/proc`.
enum ProcessFile {
    /// The first 4 KiB of a file without the line feed at its end, or nil when it cannot be read.
    static func bytes(_ path: String) -> ArraySlice<UInt8>? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return bytes[..<(bytes[count - 1] == 0x0A ? count - 1 : count)]
    }

    /// Where a symbolic link points, or nil when it is none.
    static func link(_ path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: 256)
        let count = readlink(path, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(
            decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
