/// What values a hyperparameter may have; all of them travel as text.
package enum HyperparameterRange: Hashable, Sendable {
    case integer(ClosedRange<Int>)
    /// Whether 0 and 1 themselves are allowed.
    case fraction(withZero: Bool, withOne: Bool)
    case choice([String])
    /// `True` and `False`, or `1` and `0`.
    case flag
    /// Whole numbers above 0, each above the one before, with commas between; or none.
    case steps
    /// A regular expression, or nothing.
    case pattern
    /// Not looked at.
    case text

    /// In words, to follow "expected".
    package var description: String {
        switch self {
        case .integer(let range) where range.upperBound == Int(Int32.max):
            "a whole number from \(range.lowerBound)"
        case .integer(let range):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .fraction(let withZero, let withOne):
            "a number \(withZero ? "from" : "above") 0 and \(withOne ? "up to" : "below") 1"
        case .choice(let values): values.joined(separator: ", ")
        case .flag: "True or False"
        case .steps: "epochs in rising order with commas between, such as 10,20"
        case .pattern: "a regular expression"
        case .text: "any text"
        }
    }

    /// Whether a text is such a value.
    package func contains(_ text: String) -> Bool {
        switch self {
        case .integer(let range): Int(text).map(range.contains) ?? false
        case .fraction(let withZero, let withOne):
            Double(text).map {
                $0 >= 0 && $0 <= 1 && (withZero || $0 > 0) && (withOne || $0 < 1)
            } ?? false
        case .choice(let values): values.contains(text)
        case .flag: Self.flag(text) != nil
        case .steps: Self.steps(text) != nil
        case .pattern: (try? Regex(text)) != nil
        case .text: true
        }
    }

    static func flag(_ text: String) -> Bool? {
        switch text {
        case "True", "true", "1": true
        case "False", "false", "0": false
        default: nil
        }
    }

    static func steps(_ text: String) -> [Int]? {
        var steps: [Int] = []
        for part in text.split(separator: ",") {
            guard let step = Int(part.filter { $0 != " " }), step > steps.last ?? 0 else {
                return nil
            }
            steps.append(step)
        }
        return steps
    }
}
