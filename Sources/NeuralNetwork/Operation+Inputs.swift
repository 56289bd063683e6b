extension Operation {
    /// How many entries a node of this operation reads.
    var inputCounts: ClosedRange<Int> {
        switch self {
        case .variable: 0...0
        case .convolution(let convolution): convolution.hasBias ? 3...3 : 2...2
        case .batchNormalization: 5...5
        case .add, .subtract, .multiply, .broadcastMultiply, .softmaxOutput: 2...2
        case .concatenate: 1...4096
        case .multiBoxTarget, .multiBoxDetection: 3...3
        case .rectifiedLinear, .pooling, .identity, .flatten, .transpose, .reshape, .softmax,
            .smoothL1, .makeLoss, .l2Normalization, .multiBoxPrior:
            1...1
        }
    }
}
