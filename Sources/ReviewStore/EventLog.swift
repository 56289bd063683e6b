import Foundation
import Glibc
import HumanReview

/// The file of status-change events: a JSON object a line, appended once for each event whatever dies
/// meanwhile.
struct EventLog {
    let path: String

    private static let chunk = 1 << 16
    /// A line is near 700 bytes.
    private static let lineReserve = 4096
    /// With its line, an output object and its directory.
    private static let loopReserve = 16_384

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
    func end() throws -> Int { try end(withRoomFor: Self.lineReserve) }

    /// As ``end()``, with room for the lines and the output objects of as many loops.
    func end(forLoops count: Int) throws -> Int {
        try end(withRoomFor: Self.lineReserve + count * Self.loopReserve)
    }

    private func end(withRoomFor bytes: Int) throws -> Int {
        try locked { file in
            guard try file.room() >= bytes else { throw ReviewError.full(path: path) }
            return try file.length()
        }
    }

    /// A line to be appended, without its line feed.
    struct Line {
        var text: String
        /// A part of the line that no other line has.
        var mark: String
    }

    /// Appends those of the lines that are not there already.
    ///
    /// - Parameters:
    ///   - lines: in their order.
    ///   - start: an offset none of the lines can be before.
    ///   - file: the file, from ``locked(_:)``.
    /// - Throws: ``ReviewError``; the file is then as it was.
    func append(_ lines: [Line], after start: Int, to file: borrowing FileDescriptor) throws {
        let end = try file.length()
        // A shorter file was replaced by someone; then any line of it may be one of these.
        let present = try found(lines.map(\.mark), from: start <= end ? start : 0, in: file)
        let missing = lines.filter { !present.contains($0.mark) }
        guard !missing.isEmpty else { return }
        do {
            try file.write(missing.flatMap { Array($0.text.utf8) + [0x0A] }, at: end)
        } catch {
            try? file.truncate(to: end)
            throw error
        }
        try file.flush()
    }

    /// The marks that are in the file from an offset on.
    ///
    /// The file is gone through once, however many marks there are.
    private func found(
        _ marks: [String], from start: Int, in file: borrowing FileDescriptor
    ) throws -> Set<String> {
        let wanted = Dictionary(grouping: Set(marks), by: \.utf8.count).mapValues { marks in
            Set(marks.map { ArraySlice($0.utf8) })
        }
        var isFirst = [Bool](repeating: false, count: 256)
        for first in marks.compactMap(\.utf8.first) { isFirst[Int(first)] = true }
        let longest = wanted.keys.max() ?? 0
        var found: Set<String> = []
        var offset = start
        var carried: ArraySlice<UInt8> = []
        while found.count < marks.count {
            let bytes = try file.read(at: offset, count: Self.chunk)
            guard !bytes.isEmpty else { break }
            let window = Array(carried) + bytes
            for place in window.indices where isFirst[Int(window[place])] {
                for (length, marks) in wanted where place + length <= window.count {
                    let text = window[place..<place + length]
                    if marks.contains(text) { found.insert(String(decoding: text, as: UTF8.self)) }
                }
            }
            carried = window.suffix(max(0, longest - 1))
            offset += bytes.count
        }
        return found
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
