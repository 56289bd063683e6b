internal import COneDNN

/// Lays out the passes of a network: layers append what is to be run and ask for memory.
final class TrainingBuilder {
    let engine: OneDNNEngine
    let attributes: PrimitiveAttributes
    let pool = GradientPool()
    /// The layers in the order of the forward pass.
    private(set) var layers: [any TrainingLayer] = []
    private(set) var parameters: [String: TrainingParameter] = [:]
    private(set) var statistics: [String: RunningStatistic] = [:]
    private let source: ParameterSource
    private var forward: [Pending] = []
    private var backward: [Pending] = []
    private var isBackward = false

    /// A step before the size of the common scratchpad is known.
    private enum Pending {
        case primitive(PrimitiveDescriptor, [Int32: OneDNNMemory])
        case work(any TrainingStep)
    }

    init(_ source: ParameterSource) throws {
        engine = try OneDNNEngine()
        attributes = try PrimitiveAttributes()
        self.source = source
    }

    /// Adds a layer after the others; its output.
    func add(_ layer: some TrainingLayer) -> TrainingTensor {
        layers.append(layer)
        return layer.output
    }

    /// Adds a primitive to the pass being laid out.
    func append(_ descriptor: PrimitiveDescriptor, _ arguments: [Int32: OneDNNMemory]) {
        append(.primitive(descriptor, arguments))
    }

    /// Adds other work to the pass being laid out.
    func append(_ work: some TrainingStep) {
        append(.work(work))
    }

    private func append(_ step: Pending) {
        if isBackward { backward.append(step) } else { forward.append(step) }
    }

    /// Adds a change of layout to the pass being laid out.
    func appendReorder(_ source: OneDNNMemory, to destination: OneDNNMemory, name: String) throws {
        let descriptor = try PrimitiveDescriptor(
            reorderFrom: source.descriptor, to: destination.descriptor, engine: engine, name: name)
        append(descriptor, [DNNL_ARG_FROM: source, DNNL_ARG_TO: destination])
    }

    /// A tensor in a layout, moved there by the pass being laid out if it is in another.
    func laidOut(_ memory: OneDNNMemory, as layout: MemoryDescriptor) throws -> OneDNNMemory {
        guard memory.descriptor != layout else { return memory }
        let moved = try self.memory(layout)
        try appendReorder(memory, to: moved, name: "change of layout")
        return moved
    }

    /// Memory of its own.
    func memory(_ descriptor: MemoryDescriptor) throws -> OneDNNMemory {
        try OneDNNMemory(descriptor, engine: engine)
    }

    /// The same memory seen by another descriptor.
    func view(_ memory: OneDNNMemory, as descriptor: MemoryDescriptor) throws -> OneDNNMemory {
        try OneDNNMemory(descriptor, in: memory.buffer, at: memory.offset, engine: engine)
    }

    /// A part of a tensor.
    func part(of memory: OneDNNMemory, _ extents: [Int], at offsets: [Int]) throws -> OneDNNMemory {
        try view(memory, as: memory.descriptor.part(extents, at: offsets))
    }

    /// A tensor of ones.
    func ones(_ descriptor: MemoryDescriptor) throws -> OneDNNMemory {
        let memory = try memory(descriptor)
        memory.buffer.floats.update(repeating: 1)
        return memory
    }

    /// The layout that convolutions of this processor are fastest with.
    func blockedLayout(_ extents: [Int]) throws -> MemoryDescriptor {
        try MemoryDescriptor(extents, layout: ChannelBlocks.ofThisProcessor.layout)
    }

    /// A tensor in another layout, if it is not in that already.
    func converted(_ tensor: TrainingTensor, to layout: MemoryDescriptor) throws -> TrainingTensor {
        guard tensor.layout != layout else { return tensor }
        return add(try RearrangementLayer(tensor, as: layout, self))
    }

    /// The parameter of a name in the layout that its layer wants.
    func parameter(_ name: String, layout: MemoryDescriptor) throws -> TrainingParameter {
        guard parameters[name] == nil else {
            throw GraphError(node: name, "two nodes share it, which training does not support")
        }
        let parameter = try source.parameter(name, layout: layout, engine: engine)
        parameters[name] = parameter
        return parameter
    }

    /// The running mean or variance of a name.
    func statistic(_ name: String) throws -> RunningStatistic {
        if let known = statistics[name] { return known }
        let statistic = RunningStatistic(name, try source.statistic(name))
        statistics[name] = statistic
        return statistic
    }

    /// Lays out the backward pass for gradients arriving at `outputs`.
    func layOutBackward(from outputs: [TrainingTensor]) throws -> [OneDNNMemory] {
        isBackward = true
        let gradients = try outputs.map { try arrival(at: $0) }
        for layer in layers.reversed() {
            if layer.output.gradient != nil, layer.output.needsGradient {
                try layer.layOutBackward(self)
            }
            release(layer.output)
        }
        return gradients
    }

    /// The passes, ready to run.
    func finish() throws -> (forward: [any TrainingStep], backward: [any TrainingStep]) {
        let sizes = (forward + backward).map { step in
            if case .primitive(let descriptor, _) = step {
                descriptor.scratchpad.byteCount
            } else {
                0
            }
        }
        let scratchpad = AlignedBuffer(byteCount: sizes.max() ?? 0)
        return try (
            forward.map { try step($0, scratchpad) }, backward.map { try step($0, scratchpad) }
        )
    }

    private func step(_ pending: Pending, _ scratchpad: AlignedBuffer) throws -> any TrainingStep {
        switch pending {
        case .primitive(let descriptor, let arguments):
            try Primitive(descriptor, arguments, scratchpad: scratchpad, engine: engine)
        case .work(let work): work
        }
    }
}
