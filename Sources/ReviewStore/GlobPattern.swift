/// What a pattern of SQLite's GLOB says of the file name in a path that it matches.
///
/// A pattern without a slash is that of a file name. One with a slash is that of the whole path, in which
/// `*`, `?` and `[…]` may stand for slashes too.
struct GlobPattern {
    /// How long a file name is, in letters as `length()` counts them.
    enum Length: Equatable {
        case oneOf(Set<Int>)
        case atLeast(Int)
    }

    private enum Element: Equatable {
        case letter(Unicode.Scalar)
        /// `?` or a set.
        case any
        /// `*`
        case run
    }

    /// The elements that the file name is made of, or nil where the pattern matches nothing.
    private let name: [Element]?
    /// Whether it is that of a whole path, so that a slash may be behind any element but a letter.
    let isOfPath: Bool

    init(_ pattern: String) {
        let elements = Self.elements(of: pattern)
        isOfPath = pattern.unicodeScalars.contains("/")
        name = elements.map { elements in
            Array(elements[(elements.lastIndex(of: .letter("/")).map { $0 + 1 } ?? 0)...])
        }
    }

    /// Texts that the file name has in this order, without those of no letter.
    var texts: [[Unicode.Scalar]] {
        guard let name else { return [] }
        let texts = name.split { if case .letter = $0 { false } else { true } }.map { part in
            part.compactMap { if case .letter(let scalar) = $0 { scalar } else { nil } }
        }
        guard isOfPath, texts.count > 1 || texts.first?.count != name.count else { return texts }
        // What comes before any slash is no part of the name.
        guard case .letter = name.last, let end = texts.last else { return [] }
        return [end]
    }

    /// The lengths a file name may have.
    var length: Length {
        guard let name else { return .oneOf([]) }
        guard isOfPath else {
            let least = name.count { $0 != .run }
            return name.contains(.run) ? .atLeast(least) : .oneOf([least])
        }
        guard !name.contains(.run) else {
            return .atLeast(name.reversed().prefix { $0 != .run && $0 != .any }.count)
        }
        let behind = name.indices.filter { name[$0] == .any }.map { name.count - 1 - $0 }
        return .oneOf(Set(behind + [name.count]))
    }

    /// Nil where a set does not end.
    private static func elements(of pattern: String) -> [Element]? {
        var elements: [Element] = []
        var rest = pattern.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": elements.append(.run)
            case "?": elements.append(.any)
            case "[":
                guard skipSet(&rest) else { return nil }
                elements.append(.any)
            default: elements.append(.letter(scalar))
            }
        }
        return elements
    }

    /// A bracket that comes first, or first after a caret, is one of the set.
    private static func skipSet(_ rest: inout String.UnicodeScalarView.SubSequence) -> Bool {
        if rest.first == "^" { rest.removeFirst() }
        if rest.first == "]" { rest.removeFirst() }
        guard let end = rest.firstIndex(of: "]") else { return false }
        rest = rest[rest.index(after: end)...]
        return true
    }
}
