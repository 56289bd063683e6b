import Annotations

/// A file of classes, one a line in the order of their ids; empty lines are passed over.
nonisolated enum LabelFile {
    private static let mostBytes = 1 << 20
    private static let mostLabels = 1000

    /// The classes of a file.
    ///
    /// - Throws: ``CommandError`` naming the file and line.
    static func read(_ path: String) throws -> LabelMap {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(atPath: path, atMost: mostBytes)
        } catch {
            throw CommandError("\(path): \(error)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("\(path): not UTF-8 text; save it as UTF-8")
        }
        return LabelMap(try names(in: text, path: path))
    }

    private static func names(in text: String, path: String) throws -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        // A carriage return and a line feed are one character, and one line's end.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let name = trim(line)
            if name.isEmpty { continue }
            guard PrintableText.of(name) == name else {
                throw CommandError(
                    "\(path):\(index + 1): control characters in a label; remove them")
            }
            guard seen.insert(name).inserted else {
                throw CommandError("\(path):\(index + 1): the label '\(name)' is there twice")
            }
            names.append(name)
        }
        guard (1...mostLabels).contains(names.count) else {
            throw CommandError(
                "\(path): \(names.count) labels; write 1 to \(mostLabels), one a line")
        }
        return names
    }

    private static func trim(_ line: Substring) -> String {
        var name = line.drop(while: \.isWhitespace)
        while name.last?.isWhitespace == true { name.removeLast() }
        return String(name)
    }
}
