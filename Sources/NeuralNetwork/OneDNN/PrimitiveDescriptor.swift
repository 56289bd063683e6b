internal import COneDNN

/// The implementation that oneDNN chose for an operation, with the layouts it wants.
final class PrimitiveDescriptor {
    let handle: dnnl_primitive_desc_t
    /// What the operation is called in errors.
    let name: String

    /// The implementation of a described operation; a forward one is the hint for its backward ones.
    ///
    /// The reference implementation, 25 to 140 times slower and oneDNN's silent last resort, is an error.
    init<Description>(
        _ description: Description, attributes: PrimitiveAttributes, engine: OneDNNEngine,
        hint: PrimitiveDescriptor? = nil, name: String
    ) throws(OneDNNError) {
        var descriptor: dnnl_primitive_desc_t?
        let status = withUnsafePointer(to: description) {
            dnnl_primitive_desc_create(
                &descriptor, $0, attributes.handle, engine.handle, hint?.handle)
        }
        handle = try OneDNNError.made(descriptor, status, "prepare \(name)")
        self.name = name
        try refuseReference()
    }

    /// What moves a tensor from one layout or type to another.
    init(
        reorderFrom source: MemoryDescriptor, to destination: MemoryDescriptor,
        engine: OneDNNEngine, name: String
    ) throws(OneDNNError) {
        var (from, to) = (source.value, destination.value)
        var descriptor: dnnl_primitive_desc_t?
        let attributes = try PrimitiveAttributes()
        let status = dnnl_reorder_primitive_desc_create(
            &descriptor, &from, engine.handle, &to, engine.handle, attributes.handle)
        handle = try OneDNNError.made(descriptor, status, "prepare \(name)")
        self.name = name
    }

    private func refuseReference() throws(OneDNNError) {
        guard implementation.hasPrefix("ref") else { return }
        throw OneDNNError(
            status: "only its reference implementation fits", attempt: "prepare \(name) at speed")
    }

    /// oneDNN's name of the implementation, such as `jit:avx512_core`.
    var implementation: String {
        var text: UnsafePointer<CChar>?
        let status = withUnsafeMutablePointer(to: &text) {
            dnnl_primitive_desc_query(handle, dnnl_query_impl_info_str, 0, $0)
        }
        guard status == dnnl_success, let text else { return "unknown" }
        return String(cString: text)
    }

    /// The layout of an argument, such as `dnnl_query_src_md`; of no bytes where there is none.
    func layout(_ query: dnnl_query_t, _ index: Int32 = 0) -> MemoryDescriptor {
        let layout = dnnl_primitive_desc_query_md(handle, query, index)
        return MemoryDescriptor(layout?.pointee ?? dnnl_memory_desc_t())
    }

    var source: MemoryDescriptor { layout(dnnl_query_src_md) }
    var destination: MemoryDescriptor { layout(dnnl_query_dst_md) }
    var weights: MemoryDescriptor { layout(dnnl_query_weights_md) }
    var sourceGradient: MemoryDescriptor { layout(dnnl_query_diff_src_md) }
    var destinationGradient: MemoryDescriptor { layout(dnnl_query_diff_dst_md) }
    var weightsGradient: MemoryDescriptor { layout(dnnl_query_diff_weights_md) }
    /// What the primitive keeps for the backward pass, such as the places of maxima.
    var workspace: MemoryDescriptor { layout(dnnl_query_workspace_md) }
    var scratchpad: MemoryDescriptor { layout(dnnl_query_scratchpad_md) }

    deinit {
        dnnl_primitive_desc_destroy(handle)
    }
}
