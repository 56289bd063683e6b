/// The part of YAML 1.2 that data set descriptions are written in: a mapping whose values are text,
/// lists of text or mappings to text, in block or flow style; deeper values are passed over.
struct YAMLDocument {
    /// A value.
    enum Value: Hashable {
        case text(String)
        case list([String])
        case map([String: String])
        /// Something deeper, or nothing.
        case other
    }

    /// A value and the line of its key, from 1.
    struct Entry: Hashable {
        var value: Value
        var line: Int

        var text: String? {
            guard case .text(let text) = value, !text.isEmpty else { return nil }
            return text
        }

        /// One text or a list of them.
        var texts: [String] {
            if case .list(let items) = value { return items }
            return text.map { [$0] } ?? []
        }
    }

    private var entries: [String: Entry] = [:]

    subscript(key: String) -> Entry? { entries[key] }

    /// Reads a document.
    ///
    /// - Throws: ``DatasetFormatError`` naming the line.
    init(contentsOf bytes: [UInt8], source: String) throws(DatasetFormatError) {
        guard bytes.count <= YOLODataFile.mostBytes else {
            throw DatasetFormatError(
                source: source, line: 1, reason: "longer than \(YOLODataFile.mostBytes) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DatasetFormatError(source: source, line: 1, reason: "not UTF-8 text")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var number = 0
        while number < lines.count {
            defer { number += 1 }
            let line = lines[number]
            guard let first = line.first, !first.isWhitespace, first != "#", !line.hasPrefix("---")
            else { continue }
            guard let (key, rest) = YAMLScalar.keyAndValue(line[...]) else {
                throw DatasetFormatError(
                    source: source, line: number + 1, reason: "neither a key with ':' nor a comment"
                )
            }
            let begun = number + 1
            let value: Value?
            if rest.first == "[" || rest.first == "{" {
                value = Self.flow(text[rest.startIndex...], lines, &number)
            } else if rest.isEmpty {
                value = Self.block(lines, &number)
            } else {
                value = YAMLScalar.text(rest).map(Value.text)
            }
            guard let value else {
                throw DatasetFormatError(
                    source: source, line: begun,
                    reason: "'\(key.prefix(40))' cannot be read as YAML")
            }
            entries[key] = Entry(value: value, line: begun)
        }
    }

    /// The lines below a key: items after `- `, or members; the key's own line is `number`.
    private static func block(_ lines: [Substring], _ number: inout Int) -> Value? {
        var items: [String] = []
        var members: [String: String] = [:]
        var isDeeper = false
        while number + 1 < lines.count {
            let line = lines[number + 1]
            let content = line.drop(while: \.isWhitespace)
            if content.isEmpty || content.first == "#" {
                number += 1
                continue
            }
            let isItem = content == "-" || content.hasPrefix("- ")
            guard line.startIndex != content.startIndex || isItem else { break }
            number += 1
            if isItem {
                guard let item = YAMLScalar.text(content.dropFirst().drop(while: \.isWhitespace))
                else { return nil }
                items.append(item)
            } else if let (key, rest) = YAMLScalar.keyAndValue(content) {
                guard let value = YAMLScalar.text(rest) else { return nil }
                members[key] = value
            } else {
                isDeeper = true
            }
        }
        if isDeeper || (!items.isEmpty && !members.isEmpty) { return .other }
        if items.isEmpty, members.isEmpty { return .other }
        return items.isEmpty ? .map(members) : .list(items)
    }

    /// A value in brackets, which may go on over lines.
    private static func flow(
        _ text: Substring, _ lines: [Substring], _ number: inout Int
    ) -> Value? {
        guard let (parts, end) = YAMLScalar.flowParts(text) else { return nil }
        while number + 1 < lines.count, lines[number + 1].startIndex <= end { number += 1 }
        return value(ofFlow: parts, isList: text.first == "[")
    }

    private static func value(ofFlow parts: [Substring], isList: Bool) -> Value? {
        if isList {
            let items = parts.compactMap(YAMLScalar.text)
            return items.count == parts.count ? .list(items) : nil
        }
        var members: [String: String] = [:]
        for part in parts {
            guard let (key, rest) = YAMLScalar.keyAndValue(part), let value = YAMLScalar.text(rest)
            else { return nil }
            members[key] = value
        }
        return .map(members)
    }
}
