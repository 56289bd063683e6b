internal import NeuralNetwork

/// Seeded weights by Xavier's rule (Glorot and Bengio, 2010): uniform within a bound that keeps the size of
/// signals and gradients.
struct InitialWeights {
    private static let magnitude = 3.0
    private var state: UInt64

    /// The numbers of a parameter; its name takes part by the FNV-1a hash.
    init(name: String, seed: UInt64) {
        state = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        state ^= seed &* 0x9E37_79B9_7F4A_7C15
    }

    /// Nil for a shape without outputs and inputs.
    mutating func tensor(_ shape: [Int]) -> Tensor? {
        guard shape.count >= 2, let count = Tensor.count(of: shape), count > 0 else { return nil }
        let window = shape.dropFirst(2).reduce(1.0) { $0 * Double($1) }
        let average = Double(shape[0] + shape[1]) * window / 2
        let bound = Float((Self.magnitude / average).squareRoot())
        var elements: [Float] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append((next() * 2 - 1) * bound) }
        return Tensor(shape: shape, elements: elements)
    }

    /// From 0 to below 1, by the upper bits of SplitMix64 (Steele, Lea and Flood, 2014).
    private mutating func next() -> Float {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Float((mixed ^ (mixed >> 31)) >> 40) * 0x1p-24
    }
}
