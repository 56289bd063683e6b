internal import OrderedJSON

extension LiquidFilters {
    static let numbers: [String: LiquidFilter] = [
        "plus": arithmetic({ $0.addingReportingOverflow($1) }, { $0 + $1 }),
        "minus": arithmetic({ $0.subtractingReportingOverflow($1) }, { $0 - $1 }),
        "times": arithmetic({ $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 }),
        "divided_by": division(floorDivide) { $0 / $1 },
        "modulo": division(floorRemainder) { $0 - $1 * ($0 / $1).rounded(.down) },
        "at_least": arithmetic({ (max($0, $1), false) }, { max($0, $1) }),
        "at_most": arithmetic({ (min($0, $1), false) }, { min($0, $1) }),
        "abs": LiquidFilter { (input, _) throws(LiquidFailure) in
            switch number(input) {
            case .integer(let integer) where integer > .min: .integer(Swift.abs(integer))
            case let other: try finite(Swift.abs(LiquidValue.number(other) ?? 0))
            }
        },
        "ceil": LiquidFilter { (input, _) throws(LiquidFailure) in try whole(input, .up) },
        "floor": LiquidFilter { (input, _) throws(LiquidFailure) in try whole(input, .down) },
        "round": LiquidFilter(0...1) { (input, arguments) throws(LiquidFailure) in
            let digits = min(max(LiquidValue.integer(arguments[0]) ?? 0, 0), 15)
            guard digits > 0 else { return try whole(input, .toNearestOrAwayFromZero) }
            let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
            return try finite(((LiquidValue.number(input) ?? 0) * scale).rounded() / scale)
        },
    ]

    /// Text that is a number counts as one, and all else as 0, as in Liquid.
    private static func number(_ value: JSONValue) -> JSONValue {
        switch value {
        case .integer, .number: return value
        case .string(let text):
            if let integer = Int64(text) { return .integer(integer) }
            return LiquidValue.number(value).map(JSONValue.number) ?? .integer(0)
        default: return .integer(0)
        }
    }

    private static func finite(_ number: Double) throws(LiquidFailure) -> JSONValue {
        guard number.isFinite else { throw LiquidFailure("a number is too large") }
        return .number(number)
    }

    /// Whole numbers stay whole unless they leave 64 bits.
    private static func arithmetic(
        _ whole: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
        _ real: @escaping @Sendable (Double, Double) -> Double
    ) -> LiquidFilter {
        LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            let (left, right) = (number(input), number(arguments[0]))
            if case (.integer(let left), .integer(let right)) = (left, right) {
                let result = whole(left, right)
                if !result.overflow { return .integer(result.partialValue) }
            }
            return try finite(real(LiquidValue.number(left) ?? 0, LiquidValue.number(right) ?? 0))
        }
    }

    private static func division(
        _ whole: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
        _ real: @escaping @Sendable (Double, Double) -> Double
    ) -> LiquidFilter {
        let filter = arithmetic(whole, real)
        return LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            guard LiquidValue.number(number(arguments[0])) != 0 else {
                throw LiquidFailure("divided by 0")
            }
            return try filter.work(input, arguments)
        }
    }

    private static func floorDivide(
        _ left: Int64, _ right: Int64
    ) -> (partialValue: Int64, overflow: Bool) {
        let (quotient, overflow) = left.dividedReportingOverflow(by: right)
        let isInexact = !overflow && left % right != 0 && (left < 0) != (right < 0)
        return (isInexact ? quotient - 1 : quotient, overflow)
    }

    private static func floorRemainder(
        _ left: Int64, _ right: Int64
    ) -> (partialValue: Int64, overflow: Bool) {
        let (remainder, overflow) = left.remainderReportingOverflow(dividingBy: right)
        let isShifted = !overflow && remainder != 0 && (remainder < 0) != (right < 0)
        return (isShifted ? remainder + right : remainder, overflow)
    }

    private static func whole(
        _ value: JSONValue, _ rule: FloatingPointRoundingRule
    ) throws(LiquidFailure) -> JSONValue {
        let value = number(value)
        guard case .number(let number) = value else { return value }
        guard let integer = Int64(exactly: number.rounded(rule)) else {
            return try finite(number.rounded(rule))
        }
        return .integer(integer)
    }
}
