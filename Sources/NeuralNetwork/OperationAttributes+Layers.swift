extension Convolution {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        try reader.require("layout", toBe: ["None", "NCHW"])
        filters = try reader.integer("num_filter", in: 1...1 << 20)
        kernel = try reader.extent("kernel", default: nil, minimum: 1)
        stride = try reader.extent("stride", default: Extent(1, 1), minimum: 1)
        padding = try reader.extent("pad", default: Extent(0, 0), minimum: 0)
        dilation = try reader.extent("dilate", default: Extent(1, 1), minimum: 1)
        groups = try reader.integer("num_group", default: 1, in: 1...1 << 20)
        hasBias = try !reader.flag("no_bias", default: false)
        guard filters % groups == 0 else {
            throw reader.error("num_group", expected: "expected a divisor of num_filter")
        }
    }
}

extension BatchNormalization {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        try reader.require("axis", toBe: ["1"])
        epsilon = try reader.number("eps", default: 1e-3)
        momentum = try reader.number("momentum", default: 0.9)
        fixesGamma = try reader.flag("fix_gamma", default: true)
        usesGlobalStatistics = try reader.flag("use_global_stats", default: false)
        guard epsilon > 0 else {
            throw reader.error("eps", expected: "expected a number above 0")
        }
        guard (0...1).contains(momentum) else {
            throw reader.error("momentum", expected: "expected a number from 0 to 1")
        }
    }
}

extension Pooling {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        try reader.require("layout", toBe: ["None", "NCHW"])
        kind = try reader.word("pool_type", default: .maximum, ["max": .maximum, "avg": .average])
        isGlobal = try reader.flag("global_pool", default: false)
        kernel = try reader.extent(
            "kernel", default: isGlobal ? Extent(1, 1) : nil, minimum: 1)
        stride = try reader.extent("stride", default: Extent(1, 1), minimum: 1)
        padding = try reader.extent("pad", default: Extent(0, 0), minimum: 0)
        roundsUp = try reader.word(
            "pooling_convention", default: false, ["valid": false, "full": true])
        countsPadding = try reader.flag("count_include_pad", default: true)
        guard
            isGlobal
                || padding.vertical < kernel.vertical && padding.horizontal < kernel.horizontal
        else { throw reader.error("pad", expected: "expected less than the kernel") }
    }
}
