/// What a layer computed in the forward pass, in the layout it is computed in.
final class TrainingTensor {
    let name: String
    let memory: OneDNNMemory
    /// Whether anything below it learns.
    let needsGradient: Bool
    /// Where of its gradient nothing is asked for but the sum by channel: the parameter whose gradient that is.
    var channelSums: TrainingParameter?
    /// Where its gradient lies at the present point of the layout of the backward pass.
    var gradient: Gradient?

    init(_ name: String, _ memory: OneDNNMemory, needsGradient: Bool) {
        (self.name, self.memory, self.needsGradient) = (name, memory, needsGradient)
    }

    var layout: MemoryDescriptor { memory.descriptor }
    var extents: [Int] { memory.descriptor.extents }
}

/// A gradient and the buffer it lies in, which several tensors may share.
struct Gradient {
    let memory: OneDNNMemory
    let buffer: GradientBuffer
}

/// A buffer that goes back to its pool when the last gradient in it has been used.
final class GradientBuffer {
    let memory: AlignedBuffer
    var shareCount = 1

    init(_ memory: AlignedBuffer) {
        self.memory = memory
    }
}
