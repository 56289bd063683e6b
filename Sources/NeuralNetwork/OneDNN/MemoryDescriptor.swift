internal import COneDNN

/// The extents, element type and layout of a oneDNN memory.
struct MemoryDescriptor: Equatable {
    var value: dnnl_memory_desc_t

    init(_ value: dnnl_memory_desc_t) {
        self.value = value
    }

    /// A descriptor of a named layout, such as `dnnl_nchw`; `dnnl_format_tag_any` leaves it to the primitive.
    init(
        _ extents: [Int], _ type: ElementType = .float32,
        layout: dnnl_format_tag_t = dnnl_format_tag_any
    ) throws(OneDNNError) {
        value = dnnl_memory_desc_t()
        let status = dnnl_memory_desc_init_by_tag(
            &value, Int32(clamping: extents.count), extents.map(Int64.init), type.code, layout)
        try OneDNNError.check(status, "lay out a tensor of \(extents)")
    }

    /// A descriptor whose first number lies `offset` numbers into its memory, and whose neighbours along each
    /// axis lie `strides` numbers apart.
    init(
        _ extents: [Int], _ type: ElementType = .float32, strides: [Int], offset: Int = 0
    ) throws(OneDNNError) {
        guard extents.count == strides.count else {
            throw OneDNNError(status: "a stride is missing", attempt: "lay out \(extents)")
        }
        value = dnnl_memory_desc_t()
        let status = dnnl_memory_desc_init_by_strides(
            &value, Int32(clamping: extents.count), extents.map(Int64.init), type.code,
            strides.map(Int64.init))
        try OneDNNError.check(status, "lay out a tensor of \(extents)")
        value.offset0 = Int64(offset)
    }

    /// The same tensor in row-major order without gaps.
    func rowMajor(_ type: ElementType = .float32) throws(OneDNNError) -> MemoryDescriptor {
        let extents = extents
        var strides = [Int](repeating: 1, count: extents.count)
        for axis in extents.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] * max(extents[axis + 1], 1)
        }
        return try MemoryDescriptor(extents, type, strides: strides)
    }

    /// A part of this tensor, as a view of the same memory.
    func part(_ extents: [Int], at offsets: [Int]) throws(OneDNNError) -> MemoryDescriptor {
        var (part, whole) = (dnnl_memory_desc_t(), value)
        let status = dnnl_memory_desc_init_submemory(
            &part, &whole, extents.map(Int64.init), offsets.map(Int64.init))
        try OneDNNError.check(status, "view \(extents) at \(offsets) of a tensor")
        return MemoryDescriptor(part)
    }

    /// The logical extents, without the padding of a blocked layout.
    var extents: [Int] {
        withUnsafeBytes(of: value.dims) { bytes in
            bytes.bindMemory(to: Int64.self).prefix(Int(value.ndims)).map(Int.init)
        }
    }

    /// What the memory takes, padding included.
    var byteCount: Int {
        withUnsafePointer(to: value) { dnnl_memory_desc_get_size($0) }
    }

    static func == (one: MemoryDescriptor, other: MemoryDescriptor) -> Bool {
        withUnsafePointer(to: one.value) { one in
            withUnsafePointer(to: other.value) { dnnl_memory_desc_equal(one, $0) != 0 }
        }
    }
}
