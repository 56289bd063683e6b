internal import COneDNN

extension PrimitiveDescriptor {
    /// A pooling forward: `dnnl_pooling_max`, `dnnl_pooling_avg_include_padding` or `…_exclude_padding`.
    static func pooling(
        _ algorithm: dnnl_alg_kind_t, source: MemoryDescriptor, destination: MemoryDescriptor,
        geometry: WindowGeometry, for kind: dnnl_prop_kind_t = dnnl_forward_inference,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, from, to) = (
            dnnl_pooling_v2_desc_t(), source.value, destination.value
        )
        let status = dnnl_pooling_v2_forward_desc_init(
            &description, kind, algorithm, &from, &to, geometry.strides, geometry.kernel,
            geometry.dilation, geometry.paddingBefore, geometry.paddingAfter)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }

    /// The gradient of a pooling's source, with the forward pass's workspace for a maximum.
    static func poolingBackward(
        _ algorithm: dnnl_alg_kind_t, sourceGradient: MemoryDescriptor,
        destinationGradient: MemoryDescriptor, geometry: WindowGeometry,
        forward: PrimitiveDescriptor, attributes: PrimitiveAttributes, engine: OneDNNEngine,
        name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var (description, to, from) = (
            dnnl_pooling_v2_desc_t(), sourceGradient.value, destinationGradient.value
        )
        let status = dnnl_pooling_v2_backward_desc_init(
            &description, algorithm, &to, &from, geometry.strides, geometry.kernel,
            geometry.dilation, geometry.paddingBefore, geometry.paddingAfter)
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }
}
