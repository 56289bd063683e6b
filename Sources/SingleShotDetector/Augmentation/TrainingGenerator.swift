/// Random numbers that follow from what they are for, whatever thread draws them when: SplitMix64
/// (Steele, Lea and Flood, 2014).
package struct TrainingGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// The numbers of a seed and of a place in the training, an epoch and a sample for instance.
    package init(seed: Int, _ place: Int...) {
        state = UInt64(bitPattern: Int64(seed))
        for number in place {
            state = next() ^ UInt64(bitPattern: Int64(number))
        }
        // The first number of neighbouring places would be alike otherwise.
        state = next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from `low` up to but without `high`; `low` when they are equal.
    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * (Double(next() >> 11) * 0x1p-53)
    }

    /// True as often as the share says.
    mutating func happens(_ share: Double) -> Bool { uniform(0, 1) < share }

    /// A whole number from 0 up to but without `count`, evenly to one in 2^53.
    mutating func index(below count: Int) -> Int { Int(uniform(0, Double(count))) }

    /// The numbers below `count` in random order (Fisher and Yates).
    package mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() {
            order.swapAt(last, index(below: last + 1))
        }
        return order
    }
}
