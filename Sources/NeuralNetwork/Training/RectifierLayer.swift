internal import COneDNN

/// max(x, 0); its gradient is known from what it gave.
final class RectifierLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let forward: PrimitiveDescriptor

    init(_ name: String, _ source: TrainingTensor, _ builder: TrainingBuilder) throws {
        self.source = source
        output = TrainingTensor(
            name, try builder.memory(source.layout), needsGradient: source.needsGradient)
        forward = try .rectifierInTraining(
            source.layout, attributes: builder.attributes, engine: builder.engine, name: name)
        builder.append(forward, [DNNL_ARG_SRC: source.memory, DNNL_ARG_DST: output.memory])
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let gradient = try builder.gradient(of: output)
        let backward = try PrimitiveDescriptor.rectifierBackwardFromResult(
            output.layout, forward: forward, attributes: builder.attributes,
            engine: builder.engine, name: output.name)
        try builder.addGradient(to: source, over: output) {
            builder.append(
                backward,
                [
                    DNNL_ARG_DST: output.memory, DNNL_ARG_DIFF_DST: gradient,
                    DNNL_ARG_DIFF_SRC: $0,
                ])
        }
    }
}
