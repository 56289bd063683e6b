internal import COneDNN

/// Where gradients lie: one that several layers contribute to is added up, a buffer is used again as soon
/// as its gradient has been used.
extension TrainingBuilder {
    /// Memory for a gradient that comes from outside.
    func arrival(at tensor: TrainingTensor) throws -> OneDNNMemory {
        let memory = try memory(tensor.layout.rowMajor())
        try addGradient(to: tensor) { try appendReorder(memory, to: $0, name: "gradient") }
        return memory
    }

    /// The gradient of a layer's output, which has arrived.
    func gradient(of tensor: TrainingTensor) throws -> OneDNNMemory {
        guard let gradient = tensor.gradient else {
            throw GraphError(node: tensor.name, "no gradient reaches it")
        }
        return gradient.memory
    }

    /// Lets `write` lay out what writes a gradient of a tensor, and what adds it to one already there.
    ///
    /// It may be written over the gradient of `used`, which is not needed after it.
    func addGradient(
        to tensor: TrainingTensor, over used: TrainingTensor? = nil,
        write: (OneDNNMemory) throws -> Void
    ) throws {
        guard tensor.needsGradient else { return }
        let fresh =
            try used.flatMap { try taken(from: $0, for: tensor) } ?? newGradient(for: tensor)
        try write(fresh.memory)
        try merge(fresh, into: tensor)
    }

    /// Makes the gradient of an output that of an input too, for a layer that passes it on unchanged.
    func passGradient(of output: TrainingTensor, to input: TrainingTensor) throws {
        guard input.needsGradient, let gradient = output.gradient else { return }
        let memory = try view(gradient.memory, as: input.layout)
        gradient.buffer.shareCount += 1
        try merge(Gradient(memory: memory, buffer: gradient.buffer), into: input)
    }

    /// Lays out a change of an output's gradient, in place where no other tensor has it.
    func changeGradient(
        of tensor: TrainingTensor, change: (_ from: OneDNNMemory, _ to: OneDNNMemory) throws -> Void
    ) throws {
        guard let gradient = tensor.gradient else { return }
        let isOwn = gradient.buffer.shareCount == 1
        let changed = try isOwn ? gradient : newGradient(for: tensor)
        try change(gradient.memory, changed.memory)
        if changed.buffer !== gradient.buffer { pool.release(gradient.buffer) }
        tensor.gradient = changed
    }

    /// Forgets a gradient that has been used.
    func release(_ tensor: TrainingTensor) {
        if let gradient = tensor.gradient { pool.release(gradient.buffer) }
        tensor.gradient = nil
    }

    private func newGradient(for tensor: TrainingTensor) throws -> Gradient {
        let buffer = pool.take(byteCount: tensor.layout.byteCount)
        let memory = try OneDNNMemory(tensor.layout, in: buffer.memory, engine: engine)
        return Gradient(memory: memory, buffer: buffer)
    }

    /// The gradient of a used output, when nobody else has it and it is of the same layout.
    private func taken(from used: TrainingTensor, for tensor: TrainingTensor) throws -> Gradient? {
        guard let gradient = used.gradient, gradient.buffer.shareCount == 1,
            gradient.memory.descriptor == tensor.layout
        else { return nil }
        used.gradient = nil
        return gradient
    }

    private func merge(_ fresh: Gradient, into tensor: TrainingTensor) throws {
        guard let present = tensor.gradient else {
            tensor.gradient = fresh
            return
        }
        let sum: Gradient
        if present.buffer.shareCount == 1 {
            sum = present
        } else if fresh.buffer.shareCount == 1 {
            sum = fresh
        } else {
            sum = try newGradient(for: tensor)
        }
        try appendSum(of: present.memory, and: fresh.memory, to: sum.memory, name: tensor.name)
        if sum.buffer !== present.buffer { pool.release(present.buffer) }
        if sum.buffer !== fresh.buffer { pool.release(fresh.buffer) }
        tensor.gradient = sum
    }

    /// Adds a sum of two tensors of one layout to the pass being laid out.
    func appendSum(
        of first: OneDNNMemory, and second: OneDNNMemory, to sum: OneDNNMemory, name: String
    ) throws {
        let descriptor = try PrimitiveDescriptor.binary(
            dnnl_binary_add, first.descriptor, second.descriptor, destination: sum.descriptor,
            attributes: attributes, engine: engine, name: "sum at \(name)")
        append(
            descriptor, [DNNL_ARG_SRC_0: first, DNNL_ARG_SRC_1: second, DNNL_ARG_DST: sum])
    }
}
