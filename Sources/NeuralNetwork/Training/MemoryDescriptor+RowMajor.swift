extension MemoryDescriptor {
    /// A tensor of 32-bit floats in row-major order.
    init(rowMajor extents: [Int]) throws(OneDNNError) {
        var strides = [Int](repeating: 1, count: extents.count)
        for axis in extents.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] * extents[axis + 1]
        }
        try self.init(extents, strides: strides)
    }
}
