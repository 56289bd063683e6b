internal import COneDNN

/// MXNet's `Concat`: tensors one after the other along an axis, in row-major order.
final class ConcatenationLayer: TrainingLayer {
    let output: TrainingTensor
    private let parts: [(source: TrainingTensor, offsets: [Int])]

    init(
        _ name: String, _ sources: [TrainingTensor], axis: Int, extents: [Int],
        _ builder: TrainingBuilder
    ) throws {
        let memory = try builder.memory(MemoryDescriptor(rowMajor: extents))
        output = TrainingTensor(
            name, memory, needsGradient: sources.contains { $0.needsGradient })
        var offsets = extents.map { _ in 0 }
        var parts: [(TrainingTensor, [Int])] = []
        for source in sources {
            parts.append((source, offsets))
            offsets[axis] += source.extents[axis]
        }
        self.parts = parts
        for part in self.parts {
            let place = try builder.part(of: memory, part.source.extents, at: part.offsets)
            try builder.appendReorder(part.source.memory, to: place, name: name)
        }
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let gradient = try builder.gradient(of: output)
        for (source, offsets) in parts {
            let place = try builder.part(of: gradient, source.extents, at: offsets)
            try builder.addGradient(to: source) {
                try builder.appendReorder(place, to: $0, name: output.name)
            }
        }
    }
}
