internal import COneDNN

/// MXNet's `Pooling`; a maximum remembers its places for the gradient.
final class PoolingLayer: TrainingLayer {
    let output: TrainingTensor
    private let source: TrainingTensor
    private let algorithm: dnnl_alg_kind_t
    private let geometry: WindowGeometry
    private let forward: PrimitiveDescriptor
    private let workspace: OneDNNMemory?

    init(
        _ name: String, _ pooling: Pooling, _ source: TrainingTensor, extents: [Int],
        _ builder: TrainingBuilder
    ) throws {
        self.source = source
        geometry = try WindowGeometry(
            pooling, input: Extent(source.extents[2], source.extents[3]),
            output: Extent(extents[2], extents[3]), name: name)
        algorithm = Self.algorithm(of: pooling)
        forward = try .pooling(
            algorithm, source: source.layout, destination: builder.blockedLayout(extents),
            geometry: geometry, for: dnnl_forward_training, attributes: builder.attributes,
            engine: builder.engine, name: name)
        output = TrainingTensor(
            name, try builder.memory(forward.destination), needsGradient: source.needsGradient)
        workspace =
            forward.workspace.byteCount > 0 ? try builder.memory(forward.workspace) : nil
        var arguments = [DNNL_ARG_SRC: source.memory, DNNL_ARG_DST: output.memory]
        arguments[DNNL_ARG_WORKSPACE] = workspace
        builder.append(forward, arguments)
    }

    private static func algorithm(of pooling: Pooling) -> dnnl_alg_kind_t {
        switch pooling.kind {
        case .maximum: dnnl_pooling_max
        case .average where pooling.countsPadding: dnnl_pooling_avg_include_padding
        case .average: dnnl_pooling_avg_exclude_padding
        }
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        let backward = try PrimitiveDescriptor.poolingBackward(
            algorithm, sourceGradient: source.layout, destinationGradient: output.layout,
            geometry: geometry, forward: forward, attributes: builder.attributes,
            engine: builder.engine, name: output.name)
        let gradient = try builder.gradient(of: output)
        try builder.addGradient(to: source) {
            var arguments = [DNNL_ARG_DIFF_DST: gradient, DNNL_ARG_DIFF_SRC: $0]
            arguments[DNNL_ARG_WORKSPACE] = workspace
            builder.append(backward, arguments)
        }
    }
}
