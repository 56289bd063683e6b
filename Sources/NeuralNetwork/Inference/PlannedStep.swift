/// A tensor of a plan before its memory is known: a layout in one of the plan's storages.
struct PlannedTensor: Equatable {
    var storage: Int
    var layout: MemoryDescriptor
}

/// One thing that a plan does, before its memory is known.
struct PlannedStep {
    /// How it is done.
    enum Action {
        case primitive(PrimitiveDescriptor, [Int32: PlannedTensor])
        /// Our own arithmetic on one tensor read and one written.
        case kernel(ChannelNormalization, from: PlannedTensor, to: PlannedTensor)
        case winograd(WinogradStep)
    }

    var name: String
    var action: Action

    /// What it reads and writes.
    var tensors: [PlannedTensor] {
        switch action {
        case .primitive(_, let arguments): Array(arguments.values)
        case .kernel(_, let source, let destination): [source, destination]
        case .winograd(let step):
            [step.source, step.tiles, step.weights, step.products, step.destination]
        }
    }
}

/// Memory that tensors of a plan share.
struct PlannedStorage {
    /// Who owns the memory.
    enum Kind {
        /// Part of the arena while steps need it.
        case arena
        /// Filled when the plan is made, or seen by the caller.
        case kept(AlignedBuffer)
    }

    var kind: Kind
    var byteCount: Int
    /// The first and the last step that touch it.
    var steps: ClosedRange<Int>?
}

/// A convolution by ``WinogradConvolution`` with the tensors it goes through.
struct WinogradStep {
    let convolution: WinogradConvolution
    let source: PlannedTensor
    let tiles: PlannedTensor
    let weights: PlannedTensor
    let products: PlannedTensor
    let destination: PlannedTensor
}
