/// A row-major tensor under another shape, in the same memory; also MXNet's identity and `Flatten`.
final class ReshapeLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor

    init(
        _ name: String, _ source: TrainingTensor, as layout: MemoryDescriptor,
        _ builder: TrainingBuilder
    ) throws {
        self.source = source
        output = TrainingTensor(
            name, try builder.view(source.memory, as: layout), needsGradient: source.needsGradient)
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        try builder.passGradient(of: output, to: source)
    }
}
