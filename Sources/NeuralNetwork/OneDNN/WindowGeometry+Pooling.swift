extension WindowGeometry {
    /// The windows of a pooling.
    ///
    /// - Throws: ``GraphError`` where MXNet and oneDNN would compute different numbers.
    init(_ pooling: Pooling, input: Extent, output: Extent, name: String) throws(GraphError) {
        self.init(
            kernel: pooling.isGlobal ? input : pooling.kernel,
            stride: pooling.isGlobal ? Extent(1, 1) : pooling.stride,
            padding: pooling.isGlobal ? Extent(0, 0) : pooling.padding, input: input,
            output: output)
        let reaches = zip(paddingAfter, paddingBefore).contains { $0 > $1 }
        // MXNet divides such a window by the part of it that lies on padding or map, oneDNN by all of it.
        guard !(pooling.kind == .average && pooling.countsPadding && reaches) else {
            throw GraphError(
                node: name, "an average whose last window reaches past the padding cannot run")
        }
    }
}
