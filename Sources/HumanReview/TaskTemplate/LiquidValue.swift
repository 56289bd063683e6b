internal import OrderedJSON

/// How Liquid looks at values: truth, order, text and parts.
enum LiquidValue {
    /// Everything but nil and false.
    static func isTrue(_ value: JSONValue) -> Bool { value != .null && value != .bool(false) }

    /// Nothing in it: `empty`.
    static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }

    /// Nothing to see in it: `blank`.
    static func isBlank(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool(false): true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        default: isEmpty(value)
        }
    }

    /// The number of an integer, of a number, or of a text that is one.
    static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .string(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }

    /// A whole number, a fraction cut off; nil for what is none or lies beyond 64 bits.
    static func integer(_ value: JSONValue) -> Int? {
        switch value {
        case .integer(let integer): Int(exactly: integer)
        case .string(let text): Int(text)
        default: number(value).flatMap { Int(exactly: $0.rounded(.towardZero)) }
        }
    }

    /// What an output writes: nil is nothing, an array its elements one after another, an object JSON.
    static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let elements): elements.map(text).joined()
        default: JSONWriter(style: .python).write(value)
        }
    }

    /// A named part: a member, or `size`, `first` and `last`; nil when there is none.
    static func member(_ name: String, of value: JSONValue) -> JSONValue {
        if let member = value[name] { return member }
        switch (value, name) {
        case (.array(let elements), "size"): return .integer(Int64(elements.count))
        case (.array(let elements), "first"): return elements.first ?? .null
        case (.array(let elements), "last"): return elements.last ?? .null
        case (.object(let members), "size"): return .integer(Int64(members.count))
        case (.object(let members), "first"): return members.first.map(pair) ?? .null
        case (.string(let text), "size"): return .integer(Int64(text.count))
        default: return .null
        }
    }

    /// The part at an index: an element (counted from the end when negative) or a member.
    static func element(_ index: JSONValue, of value: JSONValue) -> JSONValue {
        guard case .array(let elements) = value else { return member(text(index), of: value) }
        guard let position = integer(index) else { return member(text(index), of: value) }
        let place = position < 0 ? position + elements.count : position
        return elements.indices.contains(place) ? elements[place] : .null
    }

    /// What a loop goes through: elements, pairs of name and value, or a text as one.
    static func elements(_ value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let elements): elements
        case .object(let members): members.map(pair)
        case .string(let text): text.isEmpty ? [] : [value]
        default: []
        }
    }

    private static func pair(_ member: JSONValue.Member) -> JSONValue {
        .array([.string(member.name), member.value])
    }
}
