/// Cuts the arrays of a JSON document that is too long to be held into their elements, a piece of the
/// file at a time: what it keeps is one element.
///
/// The document is an object, of which the members wanted are arrays and the others are passed over, or
/// an array. Elements are objects; what is in them is left to ``JSONParser``.
struct JSONElementScanner {
    /// An object of an array.
    struct Element {
        /// The member that is the array; nil when the document is.
        var array: String?
        /// From 0.
        var index: Int
        var bytes: [UInt8]
        /// Where it begins, from 1.
        var line: Int
    }

    private enum State {
        case document, key, insideKey, colon, value, skipping, afterMember
        case element, insideElement, afterElement, end
    }

    /// The longest element that is read, 16 MiB: a crowd's outline takes a few hundred kilobytes.
    static let mostBytes = 16 << 20
    private static let mostDepth = 64
    private static let longestKey = 256

    private let wanted: Set<String>
    private let source: String
    private var state = State.document
    private var key: [UInt8] = []
    private var array: String?
    private var index = 0
    private var bytes: [UInt8] = []
    private var line = 1
    private var firstLine = 1
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isFirst = true

    /// A scanner for the arrays that are members of these names, or for an array by itself.
    init(wanted: Set<String>, source: String) {
        self.wanted = wanted
        self.source = source
    }

    /// Takes the next piece of the file and gives the elements that end in it.
    mutating func take(_ piece: [UInt8], _ visit: (Element) throws -> Void) throws {
        var place = isFirst && piece.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isFirst = false
        while place < piece.count {
            if state == .insideElement {
                place = try collect(piece, from: place, visit)
            } else {
                try step(piece[place])
                // The byte that begins an element is a part of it.
                if state != .insideElement { place += 1 }
            }
        }
    }

    /// Ends the file.
    ///
    /// - Throws: ``DatasetFormatError`` when it ends in the middle of something.
    func finish() throws(DatasetFormatError) {
        guard state == .end else {
            throw fault(
                state == .document ? "an empty file" : "the file ends before its last bracket")
        }
    }

    private mutating func collect(
        _ piece: [UInt8], from start: Int, _ visit: (Element) throws -> Void
    ) throws -> Int {
        var place = start
        var isClosed = false
        while place < piece.count, !isClosed {
            isClosed = try nest(piece[place])
            place += 1
        }
        guard bytes.count + place - start <= Self.mostBytes else {
            throw fault(
                "element \(index) of '\(array ?? "")' is longer than \(Self.mostBytes) bytes")
        }
        bytes += piece[start..<place]
        guard isClosed else { return place }
        try visit(Element(array: array, index: index, bytes: bytes, line: firstLine))
        bytes.removeAll(keepingCapacity: true)
        index += 1
        state = .afterElement
        return place
    }

    /// Follows brackets and strings; true when the bracket that was opened first is closed.
    private mutating func nest(_ byte: UInt8) throws -> Bool {
        if byte == UInt8(ascii: "\n") { line += 1 }
        if isEscaped {
            isEscaped = false
        } else if isInString {
            if byte == UInt8(ascii: "\\") { isEscaped = true }
            if byte == UInt8(ascii: "\"") { isInString = false }
        } else if byte == UInt8(ascii: "\"") {
            isInString = true
        } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
            depth += 1
            guard depth <= Self.mostDepth else {
                throw fault("more than 64 brackets in each other")
            }
        } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
            depth -= 1
            return depth <= 0
        }
        return false
    }

    private mutating func step(_ byte: UInt8) throws {
        if state == .insideKey { return try appendToKey(byte) }
        if state == .skipping { return try skip(byte) }
        if byte == UInt8(ascii: "\n") { line += 1 }
        if [0x20, 0x09, 0x0A, 0x0D].contains(byte) { return }
        switch (state, byte) {
        case (.document, UInt8(ascii: "{")), (.afterMember, UInt8(ascii: ",")): state = .key
        case (.document, UInt8(ascii: "[")): state = .element
        case (.key, UInt8(ascii: "\"")): (state, key) = (.insideKey, [])
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.value, _): try beginValue(byte)
        case (.key, UInt8(ascii: "}")), (.afterMember, UInt8(ascii: "}")): state = .end
        case (.element, UInt8(ascii: "{")): (state, firstLine, depth) = (.insideElement, line, 0)
        case (.afterElement, UInt8(ascii: ",")): state = .element
        case (.element, UInt8(ascii: "]")), (.afterElement, UInt8(ascii: "]")):
            state = array == nil ? .end : .afterMember
        case (.element, _):
            throw fault("element \(index) of '\(array ?? "the array")' is not an object")
        case (.document, _): throw fault("neither a JSON object nor an array")
        default: throw fault("not JSON: unexpected \(Self.name(of: byte))")
        }
    }

    private mutating func beginValue(_ byte: UInt8) throws {
        let name = String(decoding: key, as: UTF8.self)
        if byte == UInt8(ascii: "["), wanted.contains(name) {
            (state, array, index) = (.element, name, 0)
        } else {
            (state, depth) = (.skipping, 0)
            try skip(byte)
        }
    }

    /// Passes over a value that is not wanted.
    private mutating func skip(_ byte: UInt8) throws {
        if depth == 0, !isInString, [UInt8(ascii: ","), UInt8(ascii: "}")].contains(byte) {
            state = byte == UInt8(ascii: ",") ? .key : .end
        } else if try nest(byte) {
            guard depth == 0 else { throw fault("not JSON: unexpected \(Self.name(of: byte))") }
            state = .afterMember
        }
    }

    private mutating func appendToKey(_ byte: UInt8) throws {
        if byte == UInt8(ascii: "\""), !isEscaped { return state = .colon }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        key.append(byte)
        guard key.count <= Self.longestKey, byte >= 0x20 else {
            throw fault("a member's name without an end")
        }
    }

    private static func name(of byte: UInt8) -> String {
        (0x21..<0x7F).contains(byte)
            ? "'\(Unicode.Scalar(byte))'" : "byte 0x" + String(byte, radix: 16)
    }

    private func fault(_ reason: String) -> DatasetFormatError {
        DatasetFormatError(source: source, line: line, reason: reason)
    }
}
