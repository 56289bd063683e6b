/// The list that records were made from (`.lst`): what their images were called.
nonisolated struct RecordList {
    private static let longestLine = 16 << 20

    private var names: [UInt64: String] = [:]

    /// The list beside a record file; empty where there is none, or where it calls two images the same.
    init(besideRecords file: String) {
        let path = DirectoryEntries.stem(of: file) + ".lst"
        guard let lines = try? LineReader(path: path, mostBytes: Self.longestLine) else { return }
        var seen: Set<String> = []
        while let line = try? lines.next() {
            let columns = line.split(separator: UInt8(ascii: "\t"))
            guard columns.count > 2, let first = columns.first, let last = columns.last,
                let id = UInt64(String(decoding: first, as: UTF8.self)),
                let path = String(validating: last, as: UTF8.self)
            else { continue }
            let name = FilePath.name(of: path)
            guard seen.insert(name).inserted, name != "..", !name.utf8.contains(0) else {
                names = [:]
                return
            }
            names[id] = name
        }
    }

    /// What the image of a record was called.
    func name(of id: UInt64) -> String? { names[id] }
}
