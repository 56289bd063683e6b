import Glibc
import HumanReview

/// The file of status-change events: a JSON object a line, appended once for each event whatever dies
/// meanwhile.
struct EventLog {
    let path: String

    private static let chunk = 1 << 16
    /// A line is near 700 bytes.
    private static let lineReserve = 4096

    /// Runs `body` while no other process writes outputs or events.
    func locked<Result>(_ body: (borrowing FileDescriptor) throws -> Result) throws -> Result {
        while true {
            let file = try FileDescriptor(path, O_RDWR | O_CREAT)
            try file.lock()
            guard file.isCurrent() else { continue }
            try cutTornLine(of: file)
            return try body(file)
        }
    }

    /// An offset the next line cannot be before, after making sure that there is room for one.
    func end() throws -> Int {
        try locked { file in
            guard try file.room() >= Self.lineReserve else { throw ReviewError.full(path: path) }
            return try file.length()
        }
    }

    /// Appends a line unless it is there already.
    ///
    /// - Parameters:
    ///   - line: the line without its line feed.
    ///   - mark: a part of the line that no other line has.
    ///   - start: an offset the line cannot be before.
    ///   - file: the file, from ``locked(_:)``.
    /// - Throws: ``ReviewError``; the file is then as it was.
    func append(
        _ line: String, mark: String, after start: Int, to file: borrowing FileDescriptor
    ) throws {
        let end = try file.length()
        // A shorter file was replaced by someone; then any line of it may be the one.
        if try contains(Array(mark.utf8), from: start <= end ? start : 0, in: file) { return }
        do {
            try file.write(Array(line.utf8) + [0x0A], at: end)
        } catch {
            try? file.truncate(to: end)
            throw error
        }
        try file.flush()
    }

    private func contains(
        _ mark: [UInt8], from start: Int, in file: borrowing FileDescriptor
    ) throws -> Bool {
        var offset = start
        var carried: [UInt8] = []
        while true {
            let bytes = try file.read(at: offset, count: Self.chunk)
            guard !bytes.isEmpty else { return false }
            let window = carried + bytes
            if window.contains(mark) { return true }
            carried = Array(window.suffix(max(0, mark.count - 1)))
            offset += bytes.count
        }
    }

    /// Removes what a writer that was killed left without a line feed.
    private func cutTornLine(of file: borrowing FileDescriptor) throws {
        let length = try file.length()
        var end = length
        while end > 0 {
            let start = max(0, end - Self.chunk)
            let bytes = try file.read(at: start, count: end - start)
            if let feed = bytes.lastIndex(of: 0x0A) {
                end = start + feed + 1
                break
            }
            end = start
        }
        if end < length { try file.truncate(to: end) }
    }
}
