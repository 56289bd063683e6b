internal import NeuralNetwork

/// Loopbox's network for machines without a graphics card: residual bottlenecks of half width, whose batch
/// normalizations all follow a convolution and so cost nothing in use.
///
/// With 20 classes it has less than a million parameters; at 300 pixels it predicts on maps of 38, 19, 10,
/// 5, 3 and 2 cells a side. All channels are multiples of 16, which is how oneDNN lays them out.
struct SmallNetwork {
    /// Channels of every map that is predicted on.
    private static let featureFilters = 64

    /// The stages by units and channels, each at half the extent of the one before.
    private static let stages: [(units: Int, filters: Int)] = [
        (1, 32), (4, 64), (4, 128), (1, 192),
    ]

    /// The maps to predict on.
    static func maps(_ builder: inout SymbolBuilder) -> [(map: GraphEntry, name: String)] {
        var data = stem(&builder)
        var maps: [GraphEntry] = []
        for (stage, size) in stages.enumerated() {
            for unit in 1...size.units {
                data = self.unit(
                    &builder, data, "stage\(stage + 1)_unit\(unit)", filters: size.filters,
                    stride: unit == 1 && stage > 0 ? 2 : 1, isFirst: unit == 1 && stage > 0)
            }
            guard stage > 0 else { continue }
            maps.append(
                layer(
                    &builder, data, "multi_feat_\(stage - 1)_conv_1x1",
                    ConvolutionSymbol(filters: featureFilters, isBare: true)))
        }
        for index in 3...5 {
            let map = maps[maps.count - 1]
            maps.append(extraLayer(&builder, map, "multi_feat_\(index)"))
        }
        return maps.map { ($0, builder.name(of: $0)) }
    }

    /// Two halvings of the extent before the first stage.
    private static func stem(_ builder: inout SymbolBuilder) -> GraphEntry {
        let data = builder.variable("data")
        let first = layer(
            &builder, data, "stem1",
            ConvolutionSymbol(filters: 16, kernel: 3, stride: 2, padding: 1, isBare: true))
        return layer(
            &builder, first, "stem2",
            ConvolutionSymbol(filters: 32, kernel: 3, stride: 2, padding: 1, isBare: true))
    }

    private static func unit(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ name: String, filters: Int,
        stride: Int, isFirst: Bool
    ) -> GraphEntry {
        let narrow = layer(
            &builder, data, "\(name)_1", ConvolutionSymbol(filters: filters / 2, isBare: true))
        let middle = layer(
            &builder, narrow, "\(name)_2",
            ConvolutionSymbol(
                filters: filters / 2, kernel: 3, stride: stride, padding: 1, isBare: true))
        let wide = normalized(
            &builder, middle, "\(name)_3", ConvolutionSymbol(filters: filters, isBare: true))
        let shortcut =
            isFirst
            ? normalized(
                &builder, data, "\(name)_sc",
                ConvolutionSymbol(filters: filters, stride: stride, isBare: true)) : data
        return builder.rectified(
            builder.unnamed("elemwise_add", "_plus", [:], wide, shortcut), "\(name)_relu")
    }

    private static func extraLayer(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ name: String
    ) -> GraphEntry {
        let narrow = layer(
            &builder, data, "\(name)_conv_1x1",
            ConvolutionSymbol(filters: featureFilters / 2, isBare: true))
        return layer(
            &builder, narrow, "\(name)_conv_3x3",
            ConvolutionSymbol(
                filters: featureFilters, kernel: 3, stride: 2, padding: 1, isBare: true))
    }

    /// A normalized convolution, rectified.
    private static func layer(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ name: String,
        _ symbol: ConvolutionSymbol
    ) -> GraphEntry {
        builder.rectified(normalized(&builder, data, name, symbol), "\(name)_relu")
    }

    private static func normalized(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, _ name: String,
        _ symbol: ConvolutionSymbol
    ) -> GraphEntry {
        builder.normalization(
            builder.convolution(data, "\(name)_conv", symbol), "\(name)_bn")
    }
}
