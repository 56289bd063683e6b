/// Finding text in text in time that grows with their lengths alone, whatever they hold.
enum TextSearch {
    /// Whether a text holds a pattern; every text holds the empty one.
    static func contains(_ text: String, _ pattern: String) -> Bool {
        pattern.isEmpty || !occurrences(of: Array(pattern.utf8), in: Array(text.utf8)).isEmpty
    }

    /// The pieces between the occurrences of a pattern, of which those after the first `maximum` stay in
    /// the last piece.
    static func split(_ text: String, by pattern: String, maximum: Int = .max) -> [String] {
        let (bytes, patternBytes) = (Array(text.utf8), Array(pattern.utf8))
        var pieces: [String] = []
        var start = 0
        for place in occurrences(of: patternBytes, in: bytes).prefix(maximum) {
            pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
            start = place + patternBytes.count
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }

    /// Where a pattern begins in a text, none overlapping the one before (Knuth, Morris and Pratt 1977).
    static func occurrences(of pattern: [UInt8], in text: [UInt8]) -> [Int] {
        guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
        let borders = borders(of: pattern)
        var places: [Int] = []
        var matched = 0
        for (offset, byte) in text.enumerated() {
            while matched > 0, pattern[matched] != byte { matched = borders[matched - 1] }
            if pattern[matched] == byte { matched += 1 }
            guard matched == pattern.count else { continue }
            places.append(offset + 1 - matched)
            matched = 0
        }
        return places
    }

    /// For every prefix, the length of its longest proper prefix that is also its suffix.
    private static func borders(of pattern: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: pattern.count)
        var length = 0
        for index in pattern.indices.dropFirst() {
            while length > 0, pattern[length] != pattern[index] { length = borders[length - 1] }
            if pattern[length] == pattern[index] { length += 1 }
            borders[index] = length
        }
        return borders
    }
}
