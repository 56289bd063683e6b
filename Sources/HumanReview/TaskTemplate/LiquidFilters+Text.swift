internal import OrderedJSON

extension LiquidFilters {
    static let text: [String: LiquidFilter] = [
        "upcase": .text { $0.uppercased() },
        "downcase": .text { $0.lowercased() },
        "capitalize": .text { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() },
        "strip": .text { trim($0, start: true, end: true) },
        "lstrip": .text { trim($0, start: true, end: false) },
        "rstrip": .text { trim($0, start: false, end: true) },
        "strip_newlines": .text { $0.filter { !$0.isNewline } },
        "append": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            .string(LiquidValue.text(input) + arguments.text(0))
        },
        "prepend": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            .string(arguments.text(0) + LiquidValue.text(input))
        },
        "replace": LiquidFilter(1...2) { (input, arguments) throws(LiquidFailure) in
            try replace(input, arguments.text(0), with: arguments.text(1), maximum: .max)
        },
        "replace_first": LiquidFilter(1...2) { (input, arguments) throws(LiquidFailure) in
            try replace(input, arguments.text(0), with: arguments.text(1), maximum: 1)
        },
        "remove": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            try replace(input, arguments.text(0), with: "", maximum: .max)
        },
        "remove_first": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            try replace(input, arguments.text(0), with: "", maximum: 1)
        },
        "split": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            .array(split(LiquidValue.text(input), by: arguments.text(0)).map(JSONValue.string))
        },
        "truncate": LiquidFilter(0...2, truncate),
        "default": LiquidFilter(0...1, fallback),
    ]

    private static func trim(_ text: String, start: Bool, end: Bool) -> String {
        var kept = text[...]
        if start { kept = kept.drop(while: \.isWhitespace) }
        while end, kept.last?.isWhitespace == true { kept.removeLast() }
        return String(kept)
    }

    private static func replace(
        _ input: JSONValue, _ pattern: String, with replacement: String, maximum: Int
    ) throws(LiquidFailure) -> JSONValue {
        let pieces = TextSearch.split(LiquidValue.text(input), by: pattern, maximum: maximum)
        return .string(try join(pieces, with: replacement))
    }

    /// Joins texts unless the result is too long to be made.
    static func join(_ pieces: [String], with separator: String) throws(LiquidFailure) -> String {
        let separators = separator.utf8.count.multipliedReportingOverflow(by: pieces.count)
        guard !separators.overflow, separators.partialValue <= LiquidBudget.maximumWeight else {
            throw LiquidFailure("a value grows beyond \(LiquidBudget.maximumWeight) characters")
        }
        return pieces.joined(separator: separator)
    }

    /// Empty pieces at the end are dropped, as Ruby drops them; an empty separator gives characters.
    private static func split(_ text: String, by separator: String) -> [String] {
        if separator.isEmpty { return text.map { String($0) } }
        if separator == " " { return text.split(whereSeparator: \.isWhitespace).map { String($0) } }
        var pieces = TextSearch.split(text, by: separator)
        while pieces.last?.isEmpty == true { pieces.removeLast() }
        return pieces
    }

    /// The length, 50 when not given, counts the ellipsis.
    private static let truncate: LiquidFilter.Work = { (input, arguments) throws(LiquidFailure) in
        let text = LiquidValue.text(input)
        let length = max(0, LiquidValue.integer(arguments[0]) ?? 50)
        let ellipsis = arguments.positional.count > 1 ? arguments.text(1) : "..."
        guard text.count > length else { return .string(text) }
        return .string(text.prefix(max(0, length - ellipsis.count)) + ellipsis)
    }

    /// The argument when the input is nil, false or empty; with `allow_false: true` false stays.
    private static let fallback: LiquidFilter.Work = { (input, arguments) throws(LiquidFailure) in
        let keepsFalse = LiquidValue.isTrue(arguments.named["allow_false"] ?? .null)
        if input == .bool(false) { return keepsFalse ? input : arguments[0] }
        return input == .null || LiquidValue.isEmpty(input) ? arguments[0] : input
    }
}
