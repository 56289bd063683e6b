internal import OrderedJSON

extension LiquidValue {
    /// Equal values; integers and other numbers are compared as numbers.
    static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.integer(let integer), .number(let number)),
            (.number(let number), .integer(let integer)):
            Double(integer) == number
        default: left == right
        }
    }

    /// Whether two values stand in an order; values of different kinds stand in none.
    static func compare(
        _ left: JSONValue, _ right: JSONValue, _ comparison: LiquidCondition.Comparison
    ) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): holds(comparison, left, right)
        case (.integer(let left), .integer(let right)): holds(comparison, left, right)
        case (.integer, .number), (.number, .integer), (.number, .number):
            holds(comparison, number(left) ?? 0, number(right) ?? 0)
        default: false
        }
    }

    /// Whether a text holds a text, an array an element, or an object a member of a name.
    static func contains(_ value: JSONValue, _ part: JSONValue) -> Bool {
        switch value {
        case .string(let text): part != .null && TextSearch.contains(text, Self.text(part))
        case .array(let elements): elements.contains { areEqual($0, part) }
        case .object: value[Self.text(part)] != nil
        default: false
        }
    }

    private static func holds<Value: Comparable>(
        _ comparison: LiquidCondition.Comparison, _ left: Value, _ right: Value
    ) -> Bool {
        switch comparison {
        case .less: left < right
        case .greater: left > right
        case .lessOrEqual: left <= right
        case .greaterOrEqual: left >= right
        case .equal, .notEqual, .alsoNotEqual, .contains: false
        }
    }
}
