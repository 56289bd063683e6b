/// What an operator node computes, its attributes read and checked.
///
/// The defaults of absent attributes are those of MXNet 1.9.1.
package enum Operation: Hashable, Sendable {
    /// Data or a parameter.
    case variable
    /// Inputs: data (N, C, H, W), weight, and bias unless ``Convolution/hasBias`` is false.
    case convolution(Convolution)
    /// Inputs: data, gamma, beta, moving mean, moving variance; outputs: normalized, mean, variance.
    case batchNormalization(BatchNormalization)
    case rectifiedLinear
    case pooling(Pooling)
    /// `elemwise_add`, `broadcast_add` and `_Plus` of equal shapes.
    case add
    case subtract
    case multiply
    /// `broadcast_mul`: an extent of 1 in either input is repeated; SSD's VGG gives the scale
    /// (1, C, 1, 1) first and the data second.
    case broadcastMultiply
    /// `_copy`, `identity`, `BlockGrad` and, for inference, `Dropout`.
    case identity
    /// All axes but the first become one.
    case flatten
    case transpose(axes: [Int])
    /// MXNet's codes: 0 keeps an extent, -1 is what is left over.
    case reshape(shape: [Int])
    case concatenate(dimension: Int)
    /// Softmax over axis 1 with a cross-entropy gradient; inputs: logits (N, C, A) and labels (N, A).
    case softmaxOutput(SoftmaxOutput)
    /// Softmax over axis 1.
    case softmax
    case smoothL1(scalar: Double)
    case makeLoss(MakeLoss)
    /// x / sqrt(sum of squares + epsilon), over the channels of each pixel.
    case l2Normalization(epsilon: Double)
    case multiBoxPrior(MultiBoxPriorAttributes)
    case multiBoxTarget(MultiBoxTargetAttributes)
    case multiBoxDetection(MultiBoxDetectionAttributes)
}
