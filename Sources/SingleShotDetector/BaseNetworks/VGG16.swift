internal import NeuralNetwork

/// VGG-16 with fc6 and fc7 as convolutions (Liu and others, 2016) as MXNet's SSD example writes it, and
/// SSD's extra layers; which ones depends on the image's side.
struct VGG16 {
    /// From here on there is a layer more.
    private static let largeSide = 448

    let side: Int

    private static let groups: [(convolutions: Int, filters: Int)] = [
        (2, 64), (2, 128), (3, 256), (3, 512), (3, 512),
    ]

    /// The maps to predict on: a scaled `relu4_3`, `relu7`, and the extra layers.
    func maps(_ builder: inout SymbolBuilder) -> [(map: GraphEntry, name: String)] {
        var data = builder.variable("data")
        var maps: [(map: GraphEntry, name: String)] = []
        for (index, group) in Self.groups.enumerated() {
            data = convolutions(&builder, data, group: index + 1, group.convolutions, group.filters)
            if index == 3 {
                maps.append((scaled(&builder, data), builder.name(of: data)))
            }
            data = builder.node("Pooling", "pool\(index + 1)", Self.pooling(index), data)
        }
        data = builder.rectified(
            builder.convolution(
                data, "fc6",
                ConvolutionSymbol(filters: 1024, kernel: 3, stride: nil, padding: 6, dilation: 6)),
            "relu6")
        data = builder.rectified(
            builder.convolution(data, "fc7", ConvolutionSymbol(filters: 1024, stride: nil)), "relu7"
        )
        maps.append((data, "relu7"))
        for layer in extraLayers {
            data = layer.map(&builder, data)
            maps.append((data, builder.name(of: data)))
        }
        return maps
    }

    private func convolutions(
        _ builder: inout SymbolBuilder, _ data: GraphEntry, group: Int, _ count: Int, _ filters: Int
    ) -> GraphEntry {
        (1...count).reduce(data) { data, number in
            let convolution = builder.convolution(
                data, "conv\(group)_\(number)",
                ConvolutionSymbol(filters: filters, kernel: 3, stride: nil, padding: 1))
            return builder.rectified(convolution, "relu\(group)_\(number)")
        }
    }

    /// The third rounds up, so that 300 pixels give a map of 38; the fifth keeps the extent.
    private static func pooling(_ index: Int) -> [String: String] {
        switch index {
        case 2:
            [
                "kernel": "(2, 2)", "stride": "(2, 2)", "pool_type": "max",
                "pooling_convention": "full",
            ]
        case 4: ["kernel": "(3, 3)", "stride": "(1, 1)", "pad": "(1, 1)", "pool_type": "max"]
        default: ["kernel": "(2, 2)", "stride": "(2, 2)", "pool_type": "max"]
        }
    }

    /// `relu4_3` with each pixel's channels brought to one length and scaled, the scale being learned.
    private func scaled(_ builder: inout SymbolBuilder, _ data: GraphEntry) -> GraphEntry {
        let name = builder.name(of: data)
        let normalized = builder.node("L2Normalization", "\(name)_norm", ["mode": "channel"], data)
        let scale = builder.variable(
            "\(name)_scale",
            [
                "__init__": "[\"constant\", {\"value\": 20}]", "__shape__": "(1, 512, 1, 1)",
                "__wd_mult__": "0.1",
            ])
        return builder.unnamed("broadcast_mul", "broadcast_mul", [:], scale, normalized)
    }

    private var extraLayers: [ExtraLayer] {
        guard side >= Self.largeSide else {
            return [
                ExtraLayer(name: "multi_feat_2", filters: 512),
                ExtraLayer(name: "multi_feat_3", filters: 256),
                ExtraLayer(name: "multi_feat_4", filters: 256, stride: 1, padding: 0),
                ExtraLayer(name: "multi_feat_5", filters: 256, stride: 1, padding: 0),
            ]
        }
        return [
            ExtraLayer(name: "multi_feat_2", filters: 512),
            ExtraLayer(name: "multi_feat_3", filters: 256),
            ExtraLayer(name: "multi_feat_4", filters: 256),
            ExtraLayer(name: "multi_feat_5", filters: 256),
            ExtraLayer(name: "multi_feat_6", filters: 256, stride: 1),
        ]
    }

    /// The anchors of the maps; the cells' distance is told for the two sides SSD was published for.
    var anchors: [AnchorSymbol] {
        guard side >= Self.largeSide else {
            return AnchorSymbol.list(
                sizes: [
                    "0.1,0.141", "0.2,0.272", "0.37,0.447", "0.54,0.619", "0.71,0.79", "0.88,0.961",
                ],
                ratios: [
                    AnchorSymbol.three, AnchorSymbol.five, AnchorSymbol.five, AnchorSymbol.five,
                    AnchorSymbol.three, AnchorSymbol.three,
                ], steps: side == 300 ? [8, 16, 32, 64, 100, 300] : nil, side: side)
        }
        return AnchorSymbol.list(
            sizes: [
                "0.07,0.1025", "0.15,0.2121", "0.3,0.3674", "0.45,0.5196", "0.6,0.6708",
                "0.75,0.8216", "0.9,0.9721",
            ],
            ratios: [
                AnchorSymbol.three, AnchorSymbol.five, AnchorSymbol.five, AnchorSymbol.five,
                AnchorSymbol.five, AnchorSymbol.three, AnchorSymbol.three,
            ], steps: side == 512 ? [8, 16, 32, 64, 128, 256, 512] : nil, side: side)
    }
}
