/// A parameter in the layout its layer computes with, with its gradient and what the optimizer remembers of it.
final class TrainingParameter {
    let name: String
    /// In MXNet's layout.
    let shape: [Int]
    let rates: ParameterRates
    let isTrained: Bool
    let memory: OneDNNMemory
    /// Whether the backward pass fills ``gradient``; without, the parameter keeps its value.
    var hasGradient = false
    /// In the layout of ``memory``.
    let gradient: OneDNNMemory
    /// As many numbers as ``memory`` has, for each number the optimizer remembers.
    private(set) var state: [AlignedBuffer] = []

    init(
        _ name: String, _ value: Tensor, layout: MemoryDescriptor, rates: ParameterRates,
        isTrained: Bool, engine: OneDNNEngine
    ) throws {
        (self.name, self.rates, self.isTrained) = (name, rates, isTrained)
        shape = value.shape
        memory = try OneDNNMemory(layout, engine: engine)
        gradient = try OneDNNMemory(layout, engine: engine)
        try write(value, to: memory, engine: engine)
    }

    /// The parameter in MXNet's layout.
    func value(engine: OneDNNEngine) throws -> Tensor {
        try read(memory, engine: engine)
    }

    /// The gradient in MXNet's layout.
    func slope(engine: OneDNNEngine) throws -> Tensor {
        try read(gradient, engine: engine)
    }

    /// What the optimizer remembers, each number in MXNet's layout.
    func stateValues(engine: OneDNNEngine) throws -> [Tensor] {
        try state.map { buffer in
            try read(OneDNNMemory(memory.descriptor, in: buffer, engine: engine), engine: engine)
        }
    }

    /// Makes the optimizer remember something.
    func restore(_ values: [Tensor], engine: OneDNNEngine) throws {
        prepareState(count: values.count)
        for (value, buffer) in zip(values, state) {
            let memory = try OneDNNMemory(memory.descriptor, in: buffer, engine: engine)
            try write(value, to: memory, engine: engine)
        }
    }

    /// Makes place for so many numbers, zeros at first.
    func prepareState(count: Int) {
        guard state.count != count else { return }
        state = (0..<count).map { _ in AlignedBuffer(byteCount: memory.descriptor.byteCount) }
    }

    private func read(_ memory: OneDNNMemory, engine: OneDNNEngine) throws -> Tensor {
        let plain = try OneDNNMemory(memory.descriptor.rowMajor(), engine: engine)
        try Primitive.reorder(memory, to: plain, engine: engine, name: name)
        let count = memory.descriptor.extents.reduce(1, *)
        let elements = Array(plain.buffer.floats.prefix(count))
        guard let tensor = Tensor(shape: shape, elements: elements) else {
            throw GraphError(node: name, "\(count) numbers do not fit its shape \(shape)")
        }
        return tensor
    }

    private func write(
        _ value: Tensor, to memory: OneDNNMemory, engine: OneDNNEngine
    ) throws {
        guard value.shape == shape else {
            throw GraphError(node: name, "the shape is \(value.shape): expected \(shape)")
        }
        let plain = try OneDNNMemory(
            memory.descriptor.rowMajor(), in: AlignedBuffer(value.elements), engine: engine)
        try Primitive.reorder(plain, to: memory, engine: engine, name: name)
    }
}
