internal import COneDNN

/// A tensor's numbers in another order: another layout, or a transposition.
final class RearrangementLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    /// The output's memory by the source's axes.
    private let view: MemoryDescriptor

    /// The same tensor in another layout.
    convenience init(
        _ source: TrainingTensor, as layout: MemoryDescriptor, _ builder: TrainingBuilder
    ) throws {
        try self.init(source.name, source, view: layout, layout: layout, builder)
    }

    /// MXNet's `transpose`, in row-major order.
    convenience init(
        _ name: String, _ source: TrainingTensor, axes: [Int], _ builder: TrainingBuilder
    ) throws {
        let extents = axes.map { source.extents[$0] }
        let layout = try MemoryDescriptor(rowMajor: extents)
        var strides = extents
        for (place, axis) in axes.enumerated() {
            strides[axis] = extents[(place + 1)...].reduce(1, *)
        }
        let view = try MemoryDescriptor(source.extents, strides: strides)
        try self.init(name, source, view: view, layout: layout, builder)
    }

    private init(
        _ name: String, _ source: TrainingTensor, view: MemoryDescriptor, layout: MemoryDescriptor,
        _ builder: TrainingBuilder
    ) throws {
        (self.source, self.view) = (source, view)
        output = TrainingTensor(
            name, try builder.memory(layout), needsGradient: source.needsGradient)
        try builder.appendReorder(
            source.memory, to: builder.view(output.memory, as: view), name: name)
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let gradient = try builder.view(builder.gradient(of: output), as: view)
        try builder.addGradient(to: source) {
            try builder.appendReorder(gradient, to: $0, name: output.name)
        }
    }
}
