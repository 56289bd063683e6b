/// The SplitMix64 generator of Steele, Lea and Flood (OOPSLA 2014): the same numbers from a seed on
/// every machine and with every version of the standard library.
package struct SplitMix64: Sendable {
    private var state: UInt64

    /// A generator whose whole sequence follows from `seed`.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A hash of 64 bits to 64 bits, the generator's finisher: noise that depends on a place alone.
    static func mixed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number of the half-open unit interval with 53 random bits.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A whole number of `0..<bound`; the bias of the remainder does not matter for a drawing.
    mutating func integer(below bound: Int) -> Int {
        Int(truncatingIfNeeded: next() >> 1) % max(1, bound)
    }

    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// One of the elements, the first of a list of one.
    mutating func pick<Element>(_ first: Element, _ others: Element...) -> Element {
        let index = integer(below: others.count + 1)
        return index == 0 ? first : others[index - 1]
    }
}
