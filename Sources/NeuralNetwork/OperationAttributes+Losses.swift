extension OperationAttributeReader {
    /// MXNet's `normalization`, which is `null` when absent.
    func normalization() throws(GraphError) -> LossNormalization {
        try word(
            "normalization", default: LossNormalization.none,
            ["null": LossNormalization.none, "batch": .batch, "valid": .valid])
    }
}

extension SoftmaxOutput {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        guard try reader.flag("multi_output", default: false) else {
            throw reader.error("multi_output", expected: "only True is supported")
        }
        try reader.require("preserve_shape", toBe: ["False", "false", "0"])
        try reader.require("out_grad", toBe: ["False", "false", "0"])
        guard try reader.number("smooth_alpha", default: 0) == 0 else {
            throw reader.error("smooth_alpha", expected: "only 0 is supported")
        }
        gradientScale = try reader.number("grad_scale", default: 1)
        let ignored = try reader.number("ignore_label", default: -1)
        ignoredLabel = try reader.flag("use_ignore", default: false) ? ignored : nil
        normalization = try reader.normalization()
    }
}

extension MakeLoss {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        gradientScale = try reader.number("grad_scale", default: 1)
        normalization = try reader.normalization()
        validThreshold = try reader.number("valid_thresh", default: 0)
    }
}
