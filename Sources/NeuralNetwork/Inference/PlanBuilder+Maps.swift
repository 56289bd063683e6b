internal import COneDNN

extension PlanBuilder {
    func plan(
        _ normalization: FixedNormalization, rectifies: Bool, _ operation: FusedOperation
    ) throws {
        let channels = normalization.mean.count
        var flags: BatchNormalizationFlags = [.globalStatistics, .scaleShift]
        if rectifies { flags.insert(.fusedRectifier) }
        let source = try source(of: operation)
        let descriptor = try fitting(source, operation) { layout in
            try PrimitiveDescriptor.batchNormalization(
                layout, epsilon: Float(normalization.epsilon), flags: flags, attributes: attributes,
                engine: engine, name: "the normalization '\(operation.name)'")
        }
        let read = try tensor(of: operation.inputs[0], in: descriptor.source)
        let written = temporary(descriptor.destination)
        let row = try MemoryDescriptor([channels], layout: dnnl_a)
        let rows = try MemoryDescriptor([2, channels], layout: dnnl_nc)
        append(
            operation.name, descriptor,
            [
                DNNL_ARG_SRC: read, DNNL_ARG_DST: written,
                DNNL_ARG_MEAN: constant(normalization.mean, row),
                DNNL_ARG_VARIANCE: constant(normalization.variance, row),
                DNNL_ARG_SCALE_SHIFT: constant(normalization.gamma + normalization.beta, rows),
            ])
        try store(operation.output, written, name: operation.name)
    }

    /// The layout that a step's first input should be read in.
    private func source(of operation: FusedOperation) throws -> MemoryDescriptor {
        try blocked(operation.inputs[0], options.elementType)
    }

    /// What runs at speed on a layout, or on the same tensor in row-major order.
    private func fitting(
        _ layout: MemoryDescriptor, _ operation: FusedOperation,
        _ make: (MemoryDescriptor) throws -> PrimitiveDescriptor
    ) throws -> PrimitiveDescriptor {
        do {
            return try make(layout)
        } catch let error as OneDNNError {
            let plain = try layout.rowMajor(options.elementType)
            guard let fallback = try? make(plain) else { throw error }
            return fallback
        }
    }

    func planRectifier(_ operation: FusedOperation) throws {
        let descriptor = try fitting(source(of: operation), operation) { layout in
            try PrimitiveDescriptor.rectifier(
                layout, attributes: attributes, engine: engine,
                name: "the activation '\(operation.name)'")
        }
        let read = try tensor(of: operation.inputs[0], in: descriptor.source)
        let written = temporary(descriptor.destination)
        append(operation.name, descriptor, [DNNL_ARG_SRC: read, DNNL_ARG_DST: written])
        try store(operation.output, written, name: operation.name)
    }

    func plan(_ pooling: Pooling, _ operation: FusedOperation) throws {
        let from = try extents(of: operation.inputs[0])
        let to = try extents(of: operation.output)
        guard from.count == 4, to.count == 4 else {
            throw GraphError(node: operation.name, "only pooling of two dimensions can run")
        }
        let geometry = try geometry(of: pooling, operation.name, from: from, to: to)
        let descriptor = try fitting(source(of: operation), operation) { layout in
            let destination = try MemoryDescriptor(to, options.elementType)
            return try PrimitiveDescriptor.pooling(
                pooling.algorithm, source: layout, destination: destination, geometry: geometry,
                attributes: attributes, engine: engine, name: "the pooling '\(operation.name)'")
        }
        let read = try tensor(of: operation.inputs[0], in: descriptor.source)
        let written = temporary(descriptor.destination)
        append(operation.name, descriptor, [DNNL_ARG_SRC: read, DNNL_ARG_DST: written])
        try store(operation.output, written, name: operation.name)
    }

    private func geometry(
        of pooling: Pooling, _ name: String, from: [Int], to: [Int]
    ) throws -> WindowGeometry {
        try WindowGeometry(
            pooling, input: Extent(from[2], from[3]), output: Extent(to[2], to[3]), name: name)
    }

    func plan(_ kind: FusedOperation.Binary, _ operation: FusedOperation) throws {
        let type = options.elementType
        var inputs = operation.inputs
        if try extents(of: inputs[0]) != extents(of: operation.output), kind != .subtract {
            inputs.swapAt(0, 1)
        }
        let first = try tensor(of: inputs[0], in: blocked(inputs[0], type))
        let second = try tensor(of: inputs[1], in: blocked(inputs[1], type))
        let descriptor = try PrimitiveDescriptor.binary(
            kind.algorithm, first.layout, second.layout,
            destination: blocked(operation.output, type), attributes: attributes, engine: engine,
            name: "the arithmetic '\(operation.name)'")
        let written = temporary(descriptor.destination)
        append(
            operation.name, descriptor,
            [DNNL_ARG_SRC_0: first, DNNL_ARG_SRC_1: second, DNNL_ARG_DST: written])
        try store(operation.output, written, name: operation.name)
    }

    func planChannels(epsilon: Double, scale: [Float]?, _ operation: FusedOperation) throws {
        let extents = try extents(of: operation.inputs[0])
        let kernel = ChannelNormalization(
            extents: extents, blockWidth: engine.blockWidth, epsilon: epsilon, scale: scale)
        guard let kernel else {
            throw GraphError(node: operation.name, "its factors do not fit its channels")
        }
        let layout = try blocked(operation.inputs[0], .float32)
        let read = try tensor(of: operation.inputs[0], in: layout)
        let written = temporary(layout)
        append(operation.name, .kernel(kernel, from: read, to: written))
        try store(operation.output, written, name: operation.name)
    }
}

extension Pooling {
    /// oneDNN's name for what becomes of a window.
    var algorithm: dnnl_alg_kind_t {
        switch kind {
        case .maximum: dnnl_pooling_max
        case .average:
            countsPadding ? dnnl_pooling_avg_include_padding : dnnl_pooling_avg_exclude_padding
        }
    }
}

extension FusedOperation.Binary {
    /// oneDNN's name.
    var algorithm: dnnl_alg_kind_t {
        switch self {
        case .add: dnnl_binary_add
        case .subtract: dnnl_binary_sub
        case .multiply: dnnl_binary_mul
        }
    }
}
