/// Reads a record file, one record after another.
package struct RecordIOReader {
    private let source: String
    private let read: (Int) throws -> [UInt8]
    /// Of the records that were begun.
    private var number = 0

    /// A reader of a file that errors call `source`.
    ///
    /// - Parameters:
    ///   - source: what errors call the file.
    ///   - read: gives the next bytes, as many as it is asked for, fewer only at the end.
    package init(source: String, read: @escaping (Int) throws -> [UInt8]) {
        self.source = source
        self.read = read
    }

    /// The next record's payload, nil after the last.
    ///
    /// - Throws: ``DatasetFormatError``, whose line is the record's number, when the file is cut off or
    ///   no record file; or what `read` throws.
    package mutating func next() throws -> [UInt8]? {
        let first = try read(8)
        if first.isEmpty { return nil }
        number += 1
        var payload: [UInt8] = []
        var header = first
        var isFirst = true
        while true {
            let (part, length) = try self.part(header)
            guard isFirst == (part == .whole || part == .start) else {
                throw fault("a part that does not follow the one before")
            }
            guard payload.count + length <= RecordIO.mostBytes else {
                throw fault("longer than \(RecordIO.mostBytes) bytes")
            }
            let bytes = try read(length)
            // The padding of the last record may be missing.
            let padding = try read((4 - length % 4) % 4)
            guard bytes.count == length, padding.allSatisfy({ $0 == 0 }) else {
                throw fault("cut off, or its length is wrong")
            }
            payload += bytes
            if part == .whole || part == .end { return payload }
            isFirst = false
            payload += RecordIO.magic
            header = try read(8)
        }
    }

    private func part(_ header: [UInt8]) throws(DatasetFormatError) -> (RecordIO.Part, Int) {
        guard header.count == 8, header[..<4].elementsEqual(RecordIO.magic) else {
            throw fault("it does not begin as a record does")
        }
        let word = RecordIO.word(header[4...])
        guard let part = RecordIO.Part(rawValue: word >> 29) else {
            throw fault("flag \(word >> 29) is none of 0 to 3")
        }
        return (part, Int(word & 0x1FFF_FFFF))
    }

    private func fault(_ reason: String) -> DatasetFormatError {
        DatasetFormatError(source: source, line: number, reason: "record \(number): \(reason)")
    }
}
