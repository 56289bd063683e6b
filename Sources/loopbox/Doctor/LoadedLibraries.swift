import Foundation

/// The shared libraries that this process has in memory.
nonisolated struct LoadedLibraries {
    private static let mostBytes = 16 << 20

    /// The libraries' files.
    private let paths: Set<String>

    /// Reads the process's own memory map, proc(5).
    init() {
        let maps = try? InputFile.bytes(atPath: "/proc/self/maps", atMost: 4 << 20)
        let lines = String(decoding: maps ?? [], as: UTF8.self).split(separator: "\n")
        paths = Set(
            lines.compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } })
    }

    /// The names of the files that begin with one of some texts; they end in interface versions.
    func names(beginningWith prefixes: [String]) -> [String] {
        paths.map(Self.name).filter { name in prefixes.contains { name.hasPrefix($0) } }.sorted()
    }

    /// The version that a library's file carries in a text, for a library that no call asks for it.
    ///
    /// - Parameters:
    ///   - prefix: what the file's name begins with.
    ///   - marker: the text that a version's digits and dots follow.
    /// - Returns: the version, or nil when the file holds none.
    func version(in prefix: String, after marker: String) -> String? {
        guard let path = paths.first(where: { Self.name($0).hasPrefix(prefix) }),
            let bytes = try? InputFile.bytes(atPath: path, atMost: Self.mostBytes)
        else { return nil }
        let data = Data(bytes)
        var rest = data.startIndex..<data.endIndex
        while let found = data.range(of: Data(marker.utf8), in: rest) {
            let version = data[found.upperBound...].prefix(20).prefix(while: Self.isOfVersion)
            if !version.isEmpty { return String(decoding: version, as: UTF8.self) }
            rest = found.upperBound..<data.endIndex
        }
        return nil
    }

    private static func isOfVersion(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func name(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
