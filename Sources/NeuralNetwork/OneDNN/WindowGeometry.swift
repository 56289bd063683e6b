/// How the windows of a convolution or a pooling lie over a map; pairs are (vertical, horizontal).
struct WindowGeometry: Hashable {
    let kernel: [Int64]
    let strides: [Int64]
    /// 0-based as oneDNN has it: 0 is an ordinary window.
    let dilation: [Int64]
    let paddingBefore: [Int64]
    /// What the output's extent leaves below and to the right; below 0 where windows miss the last rows.
    let paddingAfter: [Int64]

    /// The geometry of windows from one map's extents to another's.
    init(
        kernel: Extent, stride: Extent, padding: Extent, dilation: Extent = Extent(1, 1),
        input: Extent, output: Extent
    ) {
        self.kernel = Self.pair(kernel)
        strides = Self.pair(stride)
        self.dilation = Self.pair(Extent(dilation.vertical - 1, dilation.horizontal - 1))
        paddingBefore = Self.pair(padding)
        let vertical = Self.after(
            kernel: kernel.vertical, stride: stride.vertical, padding: padding.vertical,
            dilation: dilation.vertical, input: input.vertical, output: output.vertical)
        let horizontal = Self.after(
            kernel: kernel.horizontal, stride: stride.horizontal, padding: padding.horizontal,
            dilation: dilation.horizontal, input: input.horizontal, output: output.horizontal)
        paddingAfter = [Int64(vertical), Int64(horizontal)]
    }

    private static func pair(_ extent: Extent) -> [Int64] {
        [Int64(extent.vertical), Int64(extent.horizontal)]
    }

    private static func after(
        kernel: Int, stride: Int, padding: Int, dilation: Int, input: Int, output: Int
    ) -> Int {
        (output - 1) * stride + dilation * (kernel - 1) + 1 - input - padding
    }
}
