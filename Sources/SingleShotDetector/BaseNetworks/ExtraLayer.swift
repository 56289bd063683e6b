internal import NeuralNetwork

/// One of the layers that SSD lays on a base network, each a smaller map: a narrow 1 × 1 and a 3 × 3
/// convolution, each rectified.
struct ExtraLayer {
    let name: String
    let filters: Int
    var stride = 2
    var padding = 1

    /// The layer's map.
    func map(_ builder: inout SymbolBuilder, _ data: GraphEntry) -> GraphEntry {
        let narrow = builder.detectorConvolution(
            data, "\(name)_conv_1x1_conv", ConvolutionSymbol(filters: max(128, filters / 2)))
        let rectified = builder.rectified(narrow, "\(name)_conv_1x1_relu")
        let wide = builder.detectorConvolution(
            rectified, "\(name)_conv_3x3_conv",
            ConvolutionSymbol(filters: filters, kernel: 3, stride: stride, padding: padding))
        return builder.rectified(wide, "\(name)_conv_3x3_relu")
    }
}
