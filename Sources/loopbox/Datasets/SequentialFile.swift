import Glibc

/// A file that is read from its beginning to its end in parts of any length.
nonisolated final class SequentialFile {
    private let pieces: FilePieces
    private var buffer: [UInt8] = []
    private var place = 0

    /// A regular file.
    init(_ path: String) throws { pieces = try FilePieces(path) }

    /// The next bytes, fewer than asked for only at the end.
    func read(_ count: Int) throws -> [UInt8] {
        while buffer.count - place < count, let piece = try pieces.next() {
            buffer.removeFirst(place)
            place = 0
            buffer += piece
        }
        let end = min(buffer.count, place + count)
        defer { place = end }
        return Array(buffer[place..<end])
    }
}
