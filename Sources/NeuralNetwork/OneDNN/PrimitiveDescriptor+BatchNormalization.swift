internal import COneDNN

/// Variants of oneDNN's batch normalization.
struct BatchNormalizationFlags: OptionSet {
    let rawValue: UInt32

    /// Mean and variance are given, not measured.
    static let globalStatistics = flag(dnnl_use_global_stats)
    /// Gamma and beta are the rows of one (2, C) tensor, `DNNL_ARG_SCALE_SHIFT`.
    static let scaleShift = flag(dnnl_use_scaleshift)
    /// Gamma and beta are tensors of their own, `DNNL_ARG_SCALE` and `DNNL_ARG_SHIFT`.
    static let scaleAndShift: BatchNormalizationFlags = [
        flag(dnnl_use_scale), flag(dnnl_use_shift),
    ]
    /// Negative results become 0; in training the workspace remembers which.
    static let fusedRectifier = flag(dnnl_fuse_norm_relu)

    private static func flag(_ flag: dnnl_normalization_flags_t) -> BatchNormalizationFlags {
        BatchNormalizationFlags(rawValue: UInt32(flag.rawValue))
    }
}

extension PrimitiveDescriptor {
    /// A batch normalization forward.
    static func batchNormalization(
        _ tensor: MemoryDescriptor, epsilon: Float, flags: BatchNormalizationFlags,
        for kind: dnnl_prop_kind_t = dnnl_forward_inference, attributes: PrimitiveAttributes,
        engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, layout) = (dnnl_batch_normalization_desc_t(), tensor.value)
        let status = dnnl_batch_normalization_forward_desc_init(
            &description, kind, &layout, epsilon, flags.rawValue)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }

    /// The gradients of a batch normalization's source, gamma and beta.
    static func batchNormalizationBackward(
        gradient: MemoryDescriptor, tensor: MemoryDescriptor, epsilon: Float,
        flags: BatchNormalizationFlags, forward: PrimitiveDescriptor,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, gradient, layout) = (
            dnnl_batch_normalization_desc_t(), gradient.value, tensor.value
        )
        let status = dnnl_batch_normalization_backward_desc_init(
            &description, dnnl_backward, &gradient, &layout, epsilon, flags.rawValue)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }
}
