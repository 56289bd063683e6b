import Glibc

/// A file's lines one after the other, in memory of one line.
nonisolated final class LineReader {
    private let path: String
    private let mostBytes: Int
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    /// Where in the buffer the next line begins.
    private var place = 0
    private var isAtEnd = false
    /// The number of the line that was returned last, from 1.
    private(set) var number = 0

    /// The lines of a file, each of at most so many bytes.
    ///
    /// - Throws: ``CommandError`` when the file cannot be opened or is no regular one.
    init(path: String, mostBytes: Int) throws {
        self.path = path
        self.mostBytes = mostBytes
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw CommandError("\(path): \(String(cString: strerror(errno))); check the name")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw CommandError("\(path): not a regular file; give a manifest")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The next line without its end, nil after the last.
    func next() throws -> [UInt8]? {
        var searched = place
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return take(upTo: end, next: end + 1)
            }
            guard buffer.count - place <= mostBytes else {
                throw CommandError("\(path):\(number + 1): longer than \(mostBytes) bytes")
            }
            guard !isAtEnd else {
                return place < buffer.count ? take(upTo: buffer.count, next: buffer.count) : nil
            }
            buffer.removeFirst(place)
            place = 0
            searched = buffer.count
            try fill()
        }
    }

    private func take(upTo end: Int, next: Int) -> [UInt8] {
        number += 1
        var line = buffer[place..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        place = next
        return Array(line)
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var count = read(descriptor, &chunk, chunk.count)
        while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
        guard count >= 0 else {
            throw CommandError("\(path): \(String(cString: strerror(errno))); check the disk")
        }
        isAtEnd = count == 0
        buffer.append(contentsOf: chunk[..<count])
    }
}
