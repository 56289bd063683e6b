internal import OrderedJSON

/// What one rendering may cost, so that no template can hang the program or exhaust its memory.
struct LiquidBudget {
    /// The most characters, elements and members one value or the whole output may hold.
    static let maximumWeight = 4 << 20

    /// What a node or an element gone through costs, in characters worth of work.
    private static let step = 64

    private var remaining = 32 << 20

    /// Pays for one node, or one turn of a loop.
    mutating func chargeStep() throws(LiquidFailure) { try charge(Self.step) }

    /// Pays for work on so many characters.
    mutating func charge(_ amount: Int) throws(LiquidFailure) {
        remaining -= amount
        guard remaining >= 0 else {
            throw LiquidFailure("the template does too much; shorten its loops")
        }
    }

    /// Pays for looking at a value once.
    mutating func charge(for value: JSONValue) throws(LiquidFailure) {
        try charge(try Self.weight(of: value))
    }

    /// The characters, elements and members of a value, repeated ones counted again.
    static func weight(of value: JSONValue) throws(LiquidFailure) -> Int {
        var weight = 0
        try add(value, to: &weight)
        return weight
    }

    private static func add(_ value: JSONValue, to weight: inout Int) throws(LiquidFailure) {
        weight += 1
        switch value {
        case .string(let text): weight += text.utf8.count
        case .array(let elements):
            for element in elements { try add(element, to: &weight) }
        case .object(let members):
            for member in members {
                weight += member.name.utf8.count
                try add(member.value, to: &weight)
            }
        case .null, .bool, .integer, .number: break
        }
        guard weight <= maximumWeight else {
            throw LiquidFailure("a value grows beyond \(maximumWeight) characters")
        }
    }
}
