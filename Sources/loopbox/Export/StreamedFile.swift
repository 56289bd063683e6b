import Glibc

/// A file that is written from its beginning to its end, in memory of one piece.
nonisolated final class StreamedFile {
    private static let piece = 1 << 16

    let path: String
    private let descriptor: CInt
    private var buffer: [UInt8] = []

    /// A new file, or an old one emptied.
    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FilePath.failure(path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes text.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes bytes.
    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.piece { try empty() }
    }

    /// Writes all that was given so far and waits until it is on the disk.
    func flush() throws {
        try empty()
        guard fsync(descriptor) == 0 else { throw FilePath.failure(path) }
    }

    /// Gives all that was written so far to the system.
    func empty() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FilePath.failure(path) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes a whole file.
    static func write(_ text: String, to path: String) throws {
        let file = try StreamedFile(path)
        try file.write(text)
        try file.empty()
    }
}
