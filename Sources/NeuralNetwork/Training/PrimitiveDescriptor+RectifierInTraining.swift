internal import COneDNN

/// The rectifier whose gradient is told from its result, so that its source need not be kept.
extension PrimitiveDescriptor {
    /// max(x, 0) in training.
    static func rectifierInTraining(
        _ tensor: MemoryDescriptor, attributes: PrimitiveAttributes, engine: OneDNNEngine,
        name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, layout) = (dnnl_eltwise_desc_t(), tensor.value)
        let status = dnnl_eltwise_forward_desc_init(
            &description, dnnl_forward_training, dnnl_eltwise_relu_use_dst_for_bwd, &layout, 0, 0)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }

    /// The gradient of a rectifier's source.
    static func rectifierBackwardFromResult(
        _ tensor: MemoryDescriptor, forward: PrimitiveDescriptor, attributes: PrimitiveAttributes,
        engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, layout) = (dnnl_eltwise_desc_t(), tensor.value)
        let status = withUnsafePointer(to: &layout) {
            dnnl_eltwise_backward_desc_init(
                &description, dnnl_eltwise_relu_use_dst_for_bwd, $0, $0, 0, 0)
        }
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }
}
