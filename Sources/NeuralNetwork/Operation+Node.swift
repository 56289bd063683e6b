extension Operation {
    /// What a node computes, by MXNet's name of its operator and by its attributes.
    ///
    /// Names that older versions of MXNet gave the same operators count too.
    ///
    /// - Throws: ``GraphError`` for an operator or an attribute's value that is not supported, and for a
    ///   number of inputs that the operator does not have.
    package init(_ node: GraphNode) throws(GraphError) {
        self = try Self.parse(OperationAttributeReader(node))
        let counts = inputCounts
        guard counts.contains(node.inputs.count) else {
            let expected =
                counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)" : "\(counts.lowerBound) or more"
            throw GraphError(
                node: node.name,
                "\(node.operatorName) has \(node.inputs.count) inputs: expected \(expected)")
        }
    }

    private static func parse(_ reader: OperationAttributeReader) throws(GraphError) -> Operation {
        switch reader.node.operatorName {
        case "null": .variable
        case "Convolution", "Convolution_v1": .convolution(try Convolution(reader))
        case "BatchNorm", "BatchNorm_v1", "CuDNNBatchNorm":
            .batchNormalization(try BatchNormalization(reader))
        case "Pooling", "Pooling_v1": .pooling(try Pooling(reader))
        case "Activation": try reader.word("act_type", default: nil, ["relu": .rectifiedLinear])
        case "relu": .rectifiedLinear
        case "SoftmaxOutput", "Softmax": .softmaxOutput(try SoftmaxOutput(reader))
        case "SoftmaxActivation":
            try reader.word("mode", default: nil, ["channel": .softmax])
        case "softmax": try softmax(reader)
        case "smooth_l1": .smoothL1(scalar: try reader.number("scalar", default: 1))
        case "MakeLoss": .makeLoss(try MakeLoss(reader))
        case "L2Normalization": try l2Normalization(reader)
        case "_contrib_MultiBoxPrior", "MultiBoxPrior":
            .multiBoxPrior(try MultiBoxPriorAttributes(reader))
        case "_contrib_MultiBoxTarget", "MultiBoxTarget":
            .multiBoxTarget(try MultiBoxTargetAttributes(reader))
        case "_contrib_MultiBoxDetection", "MultiBoxDetection":
            .multiBoxDetection(try MultiBoxDetectionAttributes(reader))
        default: try arrangement(reader)
        }
    }

    /// Operators that combine or rearrange elements.
    private static func arrangement(
        _ reader: OperationAttributeReader
    ) throws(GraphError) -> Operation {
        switch reader.node.operatorName {
        case "elemwise_add", "broadcast_add", "broadcast_plus", "_plus", "_Plus", "_add":
            return .add
        case "elemwise_sub", "_sub", "_minus", "_Minus": return .subtract
        case "elemwise_mul", "_mul", "_Mul": return .multiply
        case "broadcast_mul": return .broadcastMultiply
        case "_copy", "identity", "BlockGrad", "stop_gradient", "Dropout": return .identity
        case "Flatten", "flatten": return .flatten
        case "transpose": return .transpose(axes: try reader.integers("axes"))
        case "Reshape", "reshape": return .reshape(shape: try reshape(reader))
        case "Concat", "concat":
            return .concatenate(dimension: try reader.integer("dim", default: 1, in: 0...7))
        default:
            throw GraphError(
                node: reader.node.name,
                "the operator '\(reader.node.operatorName.prefix(80))' is not supported: "
                    + "use a network of SageMaker's object detection")
        }
    }

    private static func reshape(_ reader: OperationAttributeReader) throws(GraphError) -> [Int] {
        try reader.require("reverse", toBe: ["False", "false", "0"])
        let shape = try reader.integers("shape")
        guard !shape.isEmpty, shape.allSatisfy({ $0 >= -1 }), shape.count(where: { $0 == -1 }) < 2
        else {
            throw reader.error("shape", expected: "expected extents, 0 and at most one -1")
        }
        return shape
    }

    private static func softmax(_ reader: OperationAttributeReader) throws(GraphError) -> Operation
    {
        try reader.require("temperature", toBe: ["None", "1", "1.0"])
        guard try reader.integer("axis", default: -1, in: -8...7) == 1 else {
            throw reader.error("axis", expected: "only axis 1 is supported")
        }
        return .softmax
    }

    private static func l2Normalization(
        _ reader: OperationAttributeReader
    ) throws(GraphError) -> Operation {
        _ = try reader.word("mode", default: nil, ["channel": true])
        let epsilon = try reader.number("eps", default: 1e-10)
        guard epsilon >= 0 else {
            throw reader.error("eps", expected: "expected a number of at least 0")
        }
        return .l2Normalization(epsilon: epsilon)
    }
}
