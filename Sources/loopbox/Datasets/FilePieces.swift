import Glibc

/// A file's bytes, a piece at a time.
nonisolated final class FilePieces {
    private static let length = 1 << 20

    private let path: String
    private let descriptor: CInt

    /// The pieces of a regular file.
    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw FilePath.failure(path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw CommandError("\(path): not a regular file; give a file")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The next piece, nil at the end.
    func next() throws -> [UInt8]? {
        var piece = [UInt8](repeating: 0, count: Self.length)
        var count = read(descriptor, &piece, piece.count)
        while count < 0, errno == EINTR { count = read(descriptor, &piece, piece.count) }
        guard count >= 0 else { throw FilePath.failure(path) }
        return count == 0 ? nil : Array(piece[..<count])
    }
}
