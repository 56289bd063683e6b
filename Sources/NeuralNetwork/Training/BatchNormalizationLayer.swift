internal import COneDNN

/// MXNet's `BatchNorm` by the batch's own statistics, with the rectifier that follows it where there is one.
final class BatchNormalizationLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let normalization: BatchNormalization
    private let gamma: TrainingParameter
    private let beta: TrainingParameter
    /// Gamma, or ones where it is fixed.
    private let scale: OneDNNMemory
    private let mean: OneDNNMemory
    private let variance: OneDNNMemory
    private let flags: BatchNormalizationFlags
    private let forward: PrimitiveDescriptor
    private let workspace: OneDNNMemory?

    /// A normalization of a source in whole channel blocks or row-major, with the names of gamma, beta and
    /// the running mean and variance.
    init(
        _ name: String, _ normalization: BatchNormalization, _ source: TrainingTensor,
        parameterNames: [String], rectifies: Bool, _ builder: TrainingBuilder
    ) throws {
        (self.source, self.normalization) = (source, normalization)
        let channels = try MemoryDescriptor(rowMajor: [source.extents[1]])
        gamma = try builder.parameter(parameterNames[0], layout: channels)
        beta = try builder.parameter(parameterNames[1], layout: channels)
        scale = try normalization.fixesGamma ? builder.ones(channels) : gamma.memory
        (mean, variance) = try (builder.memory(channels), builder.memory(channels))
        flags = Self.flags(normalization, rectifies: rectifies)
        forward = try .batchNormalization(
            source.layout, epsilon: Float(normalization.epsilon), flags: flags,
            for: dnnl_forward_training, attributes: builder.attributes, engine: builder.engine,
            name: name)
        output = TrainingTensor(
            name, try builder.memory(source.layout),
            needsGradient: source.needsGradient || beta.isTrained
                || (gamma.isTrained && !normalization.fixesGamma))
        if normalization.fixesGamma, !source.needsGradient, !rectifies {
            output.channelSums = beta
        }
        workspace =
            forward.workspace.byteCount > 0 ? try builder.memory(forward.workspace) : nil
        let statistics = try [2, 3].map { try builder.statistic(parameterNames[$0]) }
        layOutForward(statistics, builder)
    }

    private static func flags(
        _ normalization: BatchNormalization, rectifies: Bool
    ) -> BatchNormalizationFlags {
        var flags: BatchNormalizationFlags = .scaleAndShift
        if rectifies { flags.insert(.fusedRectifier) }
        if normalization.usesGlobalStatistics { flags.insert(.globalStatistics) }
        return flags
    }

    private func layOutForward(_ statistics: [RunningStatistic], _ builder: TrainingBuilder) {
        let measured = zip(statistics, [mean, variance]).map { statistic, memory in
            StatisticsStep(
                statistic: statistic, measured: memory, momentum: Float(normalization.momentum),
                isGiven: normalization.usesGlobalStatistics)
        }
        if normalization.usesGlobalStatistics { measured.forEach { builder.append($0) } }
        var arguments = [DNNL_ARG_SHIFT: beta.memory, DNNL_ARG_DST: output.memory]
        arguments.merge(common) { $1 }
        builder.append(forward, arguments)
        if !normalization.usesGlobalStatistics { measured.forEach { builder.append($0) } }
    }

    private var common: [Int32: OneDNNMemory] {
        var arguments = [
            DNNL_ARG_SRC: source.memory, DNNL_ARG_SCALE: scale, DNNL_ARG_MEAN: mean,
            DNNL_ARG_VARIANCE: variance,
        ]
        arguments[DNNL_ARG_WORKSPACE] = workspace
        return arguments
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let backward = try PrimitiveDescriptor.batchNormalizationBackward(
            gradient: source.layout, tensor: source.layout, epsilon: Float(normalization.epsilon),
            flags: flags, forward: forward, attributes: builder.attributes, engine: builder.engine,
            name: output.name)
        var arguments = try [
            DNNL_ARG_DIFF_DST: builder.gradient(of: output),
            DNNL_ARG_DIFF_SCALE: normalization.fixesGamma
                ? builder.memory(gamma.memory.descriptor) : gamma.gradient,
            DNNL_ARG_DIFF_SHIFT: beta.gradient, DNNL_ARG_SHIFT: beta.memory,
        ]
        arguments.merge(common) { $1 }
        gamma.hasGradient = gamma.isTrained && !normalization.fixesGamma
        beta.hasGradient = beta.isTrained
        guard source.needsGradient else {
            // oneDNN computes the source's gradient in any case: over that of the output.
            try builder.changeGradient(of: output) { _, to in
                arguments[DNNL_ARG_DIFF_SRC] = to
                builder.append(backward, arguments)
            }
            return
        }
        try builder.addGradient(to: source, over: output) {
            arguments[DNNL_ARG_DIFF_SRC] = $0
            builder.append(backward, arguments)
        }
    }
}
