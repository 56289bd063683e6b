internal import COneDNN

/// A compiled operation bound to the tensors it reads and writes.
final class Primitive {
    private let handle: dnnl_primitive_t
    private let arguments: [dnnl_exec_arg_t]
    /// The tensors, kept alive with the primitive.
    private let memories: [OneDNNMemory]
    private let engine: OneDNNEngine
    let name: String
    /// oneDNN's name of the implementation.
    let implementation: String

    /// Compiles an operation; `arguments` maps `DNNL_ARG_…` to tensors, and `scratchpad` is as large as the
    /// descriptor says or larger.
    init(
        _ descriptor: PrimitiveDescriptor, _ arguments: [Int32: OneDNNMemory],
        scratchpad: AlignedBuffer? = nil, engine: OneDNNEngine
    ) throws(OneDNNError) {
        var arguments = arguments
        if descriptor.scratchpad.byteCount > 0, let scratchpad {
            arguments[DNNL_ARG_SCRATCHPAD] = try OneDNNMemory(
                descriptor.scratchpad, in: scratchpad, engine: engine)
        }
        var primitive: dnnl_primitive_t?
        let status = dnnl_primitive_create(&primitive, descriptor.handle)
        handle = try OneDNNError.made(primitive, status, "compile \(descriptor.name)")
        memories = Array(arguments.values)
        self.arguments = arguments.map { dnnl_exec_arg_t(arg: $0.key, memory: $0.value.handle) }
        (self.engine, name) = (engine, descriptor.name)
        implementation = descriptor.implementation
    }

    /// Runs to the end.
    func run() throws(OneDNNError) {
        try OneDNNError.check(
            dnnl_primitive_execute(handle, engine.stream, Int32(arguments.count), arguments),
            "run \(name)")
        try OneDNNError.check(dnnl_stream_wait(engine.stream), "finish \(name)")
    }

    /// Moves a tensor into another layout or type, once.
    static func reorder(
        _ source: OneDNNMemory, to destination: OneDNNMemory, engine: OneDNNEngine, name: String
    ) throws(OneDNNError) {
        let descriptor = try PrimitiveDescriptor(
            reorderFrom: source.descriptor, to: destination.descriptor, engine: engine, name: name)
        let scratchpad = AlignedBuffer(byteCount: descriptor.scratchpad.byteCount)
        try Primitive(
            descriptor, [DNNL_ARG_FROM: source, DNNL_ARG_TO: destination], scratchpad: scratchpad,
            engine: engine
        ).run()
    }

    deinit {
        dnnl_primitive_destroy(handle)
    }
}
