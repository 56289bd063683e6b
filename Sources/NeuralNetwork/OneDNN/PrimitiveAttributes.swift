internal import COneDNN

/// How a primitive is to run: its scratchpad is the caller's, and what follows it is fused into it.
final class PrimitiveAttributes {
    let handle: dnnl_primitive_attr_t

    /// Something done to every result before it is stored, in the order given.
    enum PostOperation: Hashable {
        /// Adds what the destination held before.
        case sum
        case rectify
    }

    /// Attributes.
    init(_ operations: [PostOperation] = []) throws(OneDNNError) {
        var attributes: dnnl_primitive_attr_t?
        let status = dnnl_primitive_attr_create(&attributes)
        handle = try OneDNNError.made(attributes, status, "create attributes")
        let mode = dnnl_primitive_attr_set_scratchpad_mode(handle, dnnl_scratchpad_mode_user)
        try OneDNNError.check(mode, "take the caller's scratchpad")
        if !operations.isEmpty { try append(operations) }
    }

    private func append(_ operations: [PostOperation]) throws(OneDNNError) {
        var list: dnnl_post_ops_t?
        let status = dnnl_post_ops_create(&list)
        let chain = try OneDNNError.made(list, status, "create post-operations")
        defer { dnnl_post_ops_destroy(chain) }
        for operation in operations {
            let appended =
                switch operation {
                case .sum: dnnl_post_ops_append_sum(chain, 1)
                case .rectify: dnnl_post_ops_append_eltwise(chain, 1, dnnl_eltwise_relu, 0, 0)
                }
            try OneDNNError.check(appended, "fuse \(operation)")
        }
        try OneDNNError.check(
            dnnl_primitive_attr_set_post_ops(handle, chain), "set post-operations")
    }

    deinit {
        dnnl_primitive_attr_destroy(handle)
    }
}
