private let standardVariances = [0.1, 0.1, 0.2, 0.2]

extension MultiBoxPriorAttributes {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        sizes = try reader.numbers("sizes", default: [1])
        ratios = try reader.numbers("ratios", default: [1])
        let steps = try reader.numbers("steps", like: [-1, -1])
        let offsets = try reader.numbers("offsets", like: [0.5, 0.5])
        (verticalStep, horizontalStep) = (steps[0], steps[1])
        (verticalOffset, horizontalOffset) = (offsets[0], offsets[1])
        clips = try reader.flag("clip", default: false)
        guard sizes.allSatisfy({ $0 > 0 }) else {
            throw reader.error("sizes", expected: "expected numbers above 0")
        }
        guard ratios.allSatisfy({ $0 > 0 }) else {
            throw reader.error("ratios", expected: "expected numbers above 0")
        }
        guard steps.allSatisfy({ $0 > 0 }) || steps.allSatisfy({ $0 < 0 }) else {
            throw reader.error("steps", expected: "expected two numbers above 0, or -1 for both")
        }
    }
}

extension OperationAttributeReader {
    func variances() throws(GraphError) -> [Double] {
        let variances = try numbers("variances", like: standardVariances)
        guard variances.allSatisfy({ $0 > 0 }) else {
            throw error("variances", expected: "expected numbers above 0")
        }
        return variances
    }
}

extension MultiBoxTargetAttributes {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        overlapThreshold = try reader.number("overlap_threshold", default: 0.5)
        ignoredLabel = try reader.number("ignore_label", default: -1)
        negativeMiningRatio = try reader.number("negative_mining_ratio", default: -1)
        negativeMiningThreshold = try reader.number("negative_mining_thresh", default: 0.5)
        variances = try reader.variances()
    }
}

extension MultiBoxDetectionAttributes {
    init(_ reader: OperationAttributeReader) throws(GraphError) {
        threshold = try reader.number("threshold", default: 0.01)
        clips = try reader.flag("clip", default: true)
        backgroundClass = try reader.integer("background_id", default: 0, in: 0...0)
        suppressionThreshold = try reader.number("nms_threshold", default: 0.5)
        suppressesAcrossClasses = try reader.flag("force_suppress", default: false)
        variances = try reader.variances()
        topCount = try reader.integer("nms_topk", default: -1, in: -1...1 << 31)
    }
}
