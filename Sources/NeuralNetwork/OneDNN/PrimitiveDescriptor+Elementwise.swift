internal import COneDNN

extension PrimitiveDescriptor {
    /// max(x, 0), in place where source and destination are one memory.
    static func rectifier(
        _ tensor: MemoryDescriptor, for kind: dnnl_prop_kind_t = dnnl_forward_inference,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, layout) = (dnnl_eltwise_desc_t(), tensor.value)
        let status = dnnl_eltwise_forward_desc_init(
            &description, kind, dnnl_eltwise_relu, &layout, 0, 0)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }

    /// The gradient of ``rectifier(_:for:attributes:engine:name:)`` from its source.
    static func rectifierBackward(
        gradient: MemoryDescriptor, tensor: MemoryDescriptor, forward: PrimitiveDescriptor,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, gradient, layout) = (
            dnnl_eltwise_desc_t(), gradient.value, tensor.value
        )
        let status = dnnl_eltwise_backward_desc_init(
            &description, dnnl_eltwise_relu, &gradient, &layout, 0, 0)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }

    /// `dnnl_binary_add`, `dnnl_binary_sub` or `dnnl_binary_mul`; an extent of 1 in the second is repeated.
    static func binary(
        _ algorithm: dnnl_alg_kind_t, _ first: MemoryDescriptor, _ second: MemoryDescriptor,
        destination: MemoryDescriptor, attributes: PrimitiveAttributes, engine: OneDNNEngine,
        name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, one, other, to) = (
            dnnl_binary_desc_t(), first.value, second.value, destination.value
        )
        let status = dnnl_binary_desc_init(&description, algorithm, &one, &other, &to)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }
}
