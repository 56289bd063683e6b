internal import COneDNN

/// The tensors and windows of a convolution; a grouped one has weights (G, O/G, I/G, H, W).
struct ConvolutionDescription {
    var source: MemoryDescriptor
    var weights: MemoryDescriptor
    var bias: MemoryDescriptor?
    var destination: MemoryDescriptor
    var geometry: WindowGeometry
}

extension PrimitiveDescriptor {
    /// A convolution forward; `dnnl_forward_inference` or `dnnl_forward_training`.
    static func convolution(
        _ convolution: ConvolutionDescription, algorithm: dnnl_alg_kind_t = dnnl_convolution_direct,
        for kind: dnnl_prop_kind_t = dnnl_forward_inference, attributes: PrimitiveAttributes,
        engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var description = dnnl_convolution_desc_t()
        let windows = convolution.geometry
        let status = withTensors(of: convolution) { source, weights, bias, destination in
            dnnl_dilated_convolution_forward_desc_init(
                &description, kind, algorithm, source, weights, bias, destination,
                windows.strides, windows.dilation, windows.paddingBefore, windows.paddingAfter)
        }
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, name: name)
    }

    /// The gradient of a convolution's source; the description's tensors are the gradients' layouts.
    static func convolutionBackwardData(
        _ convolution: ConvolutionDescription, forward: PrimitiveDescriptor,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var description = dnnl_convolution_desc_t()
        let windows = convolution.geometry
        let status = withTensors(of: convolution) { source, weights, _, destination in
            dnnl_dilated_convolution_backward_data_desc_init(
                &description, dnnl_convolution_direct, source, weights, destination,
                windows.strides, windows.dilation, windows.paddingBefore, windows.paddingAfter)
        }
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }

    /// The gradients of a convolution's weights and bias.
    static func convolutionBackwardWeights(
        _ convolution: ConvolutionDescription, forward: PrimitiveDescriptor,
        attributes: PrimitiveAttributes, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) -> PrimitiveDescriptor {
        var description = dnnl_convolution_desc_t()
        let windows = convolution.geometry
        let status = withTensors(of: convolution) { source, weights, bias, destination in
            dnnl_dilated_convolution_backward_weights_desc_init(
                &description, dnnl_convolution_direct, source, weights, bias, destination,
                windows.strides, windows.dilation, windows.paddingBefore, windows.paddingAfter)
        }
        try OneDNNError.check(status, "describe \(name)")
        return try PrimitiveDescriptor(
            description, attributes: attributes, engine: engine, hint: forward, name: name)
    }

    private typealias Tensor = UnsafePointer<dnnl_memory_desc_t>

    private static func withTensors(
        of convolution: ConvolutionDescription,
        _ describe: (Tensor, Tensor, Tensor?, Tensor) -> dnnl_status_t
    ) -> dnnl_status_t {
        withUnsafePointer(to: convolution.source.value) { source in
            withUnsafePointer(to: convolution.weights.value) { weights in
                withUnsafePointer(to: convolution.destination.value) { destination in
                    guard let bias = convolution.bias else {
                        return describe(source, weights, nil, destination)
                    }
                    return withUnsafePointer(to: bias.value) {
                        describe(source, weights, $0, destination)
                    }
                }
            }
        }
    }
}
