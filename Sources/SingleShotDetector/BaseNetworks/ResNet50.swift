internal import NeuralNetwork

/// ResNet-50 with pre-activation (He and others, 2016) as MXNet's `symbols/resnet.py` writes it, and SSD's
/// extra layers.
struct ResNet50 {
    private static let stages: [(units: Int, filters: Int)] = [
        (3, 256), (4, 512), (6, 1024), (3, 2048),
    ]

    /// The maps to predict on: the sums that end the third and fourth stage, and four extra layers.
    static func maps(_ builder: inout SymbolBuilder) -> [(map: GraphEntry, name: String)] {
        var data = stem(&builder)
        var maps: [GraphEntry] = []
        for (stage, size) in stages.enumerated() {
            for unit in 1...size.units {
                data = self.unit(
                    &builder, data, "stage\(stage + 1)_unit\(unit)", filters: size.filters,
                    stride: unit == 1 && stage > 0 ? 2 : 1, isFirst: unit == 1)
            }
            if stage >= 2 { maps.append(data) }
        }
        for (index, filters) in [512, 256, 256, 128].enumerated() {
            data = ExtraLayer(name: "multi_feat_\(index + 2)", filters: filters).map(&builder, data)
            maps.append(data)
        }
        return maps.map { ($0, builder.name(of: $0)) }
    }

    private static func stem(_ builder: inout SymbolBuilder) -> GraphEntry {
        let data = builder.variable("data")
        let identity = builder.node("_copy", "id", [:], data)
        let normalized = builder.normalization(identity, "bn_data", fixesGamma: true)
        let convolution = builder.convolution(
            normalized, "conv0",
            ConvolutionSymbol(filters: 64, kernel: 7, stride: 2, padding: 3, isBare: true))
        let rectified = builder.rectified(builder.normalization(convolution, "bn0"), "relu0")
        return builder.unnamed(
            "Pooling", "pooling",
            ["kernel": "(3, 3)", "stride": "(2, 2)", "pad": "(1, 1)", "pool_type": "max"],
            rectified)
    }

    private static func unit(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ name: String, filters: Int,
        stride: Int, isFirst: Bool
    ) -> GraphEntry {
        let first = activation(&builder, data, name, 1)
        let narrow = builder.convolution(
            first, "\(name)_conv1", ConvolutionSymbol(filters: filters / 4, isBare: true))
        let middle = builder.convolution(
            activation(&builder, narrow, name, 2), "\(name)_conv2",
            ConvolutionSymbol(
                filters: filters / 4, kernel: 3, stride: stride, padding: 1, isBare: true))
        let wide = builder.convolution(
            activation(&builder, middle, name, 3), "\(name)_conv3",
            ConvolutionSymbol(filters: filters, isBare: true))
        guard isFirst else { return builder.unnamed("elemwise_add", "_plus", [:], wide, data) }
        let shortcut = builder.convolution(
            first, "\(name)_sc",
            ConvolutionSymbol(filters: filters, stride: stride, padding: nil, isBare: true))
        return builder.unnamed("elemwise_add", "_plus", [:], wide, shortcut)
    }

    private static func activation(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ unit: String, _ number: Int
    ) -> GraphEntry {
        builder.rectified(
            builder.normalization(data, "\(unit)_bn\(number)"), "\(unit)_relu\(number)")
    }
}
