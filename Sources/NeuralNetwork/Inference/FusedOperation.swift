/// One step of a network for inference, with what follows it taken in where that costs nothing.
struct FusedOperation {
    /// What the step computes.
    enum Kind {
        /// Inputs: the source and, for a residual unit, the tensor that is added to the result.
        case convolution(FusedConvolution)
        case normalization(FixedNormalization, rectifies: Bool)
        case rectifier
        case pooling(Pooling)
        /// Inputs of which the second may have extents of 1.
        case binary(Binary)
        /// L2 normalization over channels, then a factor for each channel.
        case channelNormalization(epsilon: Double, scale: [Float]?)
        case transposition(axes: [Int])
        case reshaping
        case concatenation(dimension: Int)
    }

    /// Arithmetic on two tensors.
    enum Binary: Hashable { case add, subtract, multiply }

    var name: String
    var kind: Kind
    var inputs: [GraphEntry]
    var output: GraphEntry
}

/// A convolution with the batch normalization after it folded in.
struct FusedConvolution {
    var convolution: Convolution
    /// (O, I / groups, H, W).
    var weights: Tensor
    var bias: [Float]?
    /// A second input is added to the result.
    var addsResidual = false
    var rectifies = false

    /// Multiplies and moves the result of every filter.
    mutating func fold(_ normalization: FixedNormalization) {
        let (scale, shift) = (normalization.scale, normalization.shift)
        let count = weights.elements.count / max(scale.count, 1)
        weights.elements.withUnsafeMutableBufferPointer { weights in
            for (filter, factor) in scale.enumerated() {
                let factor = Float(factor)
                for index in filter * count..<(filter + 1) * count { weights[index] *= factor }
            }
        }
        let old = bias ?? [Float](repeating: 0, count: scale.count)
        bias = zip(old, zip(scale, shift)).map { Float(Double($0) * $1.0 + $1.1) }
    }
}

extension FusedOperation {
    /// Its name where Winograd's algorithm could compute it.
    var winogradCandidate: String? {
        guard case .convolution(let fused) = kind, fused.convolution.suitsTiles else {
            return nil
        }
        return name
    }
}
