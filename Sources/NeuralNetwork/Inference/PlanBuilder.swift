internal import COneDNN

/// Chooses implementations and layouts for a network's steps, and counts when each tensor is needed.
final class PlanBuilder {
    let network: FusedNetwork
    let options: InferenceOptions
    let engine: OneDNNEngine
    let attributes: PrimitiveAttributes
    private(set) var steps: [PlannedStep] = []
    private(set) var storages: [PlannedStorage] = []
    /// Where values are, once written.
    private(set) var stored: [GraphEntry: PlannedTensor] = [:]
    /// Places in other tensors that values are to be written to.
    private var places: [GraphEntry: PlannedPlace] = [:]
    /// Copies of values in other layouts.
    private var copies: [GraphEntry: [PlannedTensor]] = [:]
    /// The last operation that reads a value; past the end for the network's outputs.
    private let lastReader: [GraphEntry: Int]
    private(set) var scratchpadByteCount = 0
    /// The operation being planned.
    private(set) var position = 0
    private(set) var input: PlannedTensor
    private(set) var outputs: [PlannedTensor] = []

    /// A builder whose plan is complete when it returns.
    init(
        _ network: FusedNetwork, options: InferenceOptions, engine: OneDNNEngine
    ) throws {
        (self.network, self.options, self.engine) = (network, options, engine)
        attributes = try PrimitiveAttributes()
        lastReader = Self.lastReaders(network)
        let layout = try MemoryDescriptor(network.shapes[network.input] ?? []).rowMajor()
        input = PlannedTensor(storage: 0, layout: layout)
        keep(AlignedBuffer(byteCount: layout.byteCount))
        stored[network.input] = input
        try placeOutputs()
        try placeSources()
        for (index, operation) in network.operations.enumerated() {
            position = index
            try plan(operation)
        }
        try finishOutputs()
    }

    private static func lastReaders(_ network: FusedNetwork) -> [GraphEntry: Int] {
        var last: [GraphEntry: Int] = [:]
        for (index, operation) in network.operations.enumerated() {
            for input in operation.inputs { last[input] = index }
        }
        for output in network.outputs { last[output] = network.operations.count }
        return last
    }

    private func plan(_ operation: FusedOperation) throws {
        switch operation.kind {
        case .convolution(let convolution): try plan(convolution, operation)
        case .normalization(let normalization, let rectifies):
            try plan(normalization, rectifies: rectifies, operation)
        case .rectifier: try planRectifier(operation)
        case .pooling(let pooling): try plan(pooling, operation)
        case .binary(let kind): try plan(kind, operation)
        case .channelNormalization(let epsilon, let scale):
            try planChannels(epsilon: epsilon, scale: scale, operation)
        case .transposition, .reshaping, .concatenation: try planMovement(operation)
        }
    }

    // MARK: Storage

    /// Memory that is not the arena's.
    @discardableResult
    func keep(_ buffer: AlignedBuffer) -> Int {
        storages.append(PlannedStorage(kind: .kept(buffer), byteCount: buffer.byteCount))
        return storages.count - 1
    }

    /// A tensor in memory of the arena.
    func temporary(_ layout: MemoryDescriptor) -> PlannedTensor {
        storages.append(PlannedStorage(kind: .arena, byteCount: layout.byteCount))
        return PlannedTensor(storage: storages.count - 1, layout: layout)
    }

    /// Numbers that stay as they are.
    func constant(_ numbers: [Float], _ layout: MemoryDescriptor) -> PlannedTensor {
        PlannedTensor(storage: keep(AlignedBuffer(numbers)), layout: layout)
    }

    func append(_ name: String, _ action: PlannedStep.Action) {
        let step = PlannedStep(name: name, action: action)
        for tensor in step.tensors {
            let first = storages[tensor.storage].steps?.lowerBound ?? steps.count
            storages[tensor.storage].steps = first...steps.count
        }
        steps.append(step)
    }

    /// Runs an implementation on tensors, with room in the plan's scratchpad.
    func append(
        _ name: String, _ descriptor: PrimitiveDescriptor, _ arguments: [Int32: PlannedTensor]
    ) {
        reserve(descriptor.scratchpad.byteCount)
        append(name, .primitive(descriptor, arguments))
    }

    /// Makes the plan's scratchpad at least so large.
    func reserve(_ byteCount: Int) {
        scratchpadByteCount = max(scratchpadByteCount, byteCount)
    }

    /// Copies a tensor into another place, layout or type.
    func copy(_ source: PlannedTensor, to destination: PlannedTensor, name: String) throws {
        let descriptor = try PrimitiveDescriptor(
            reorderFrom: source.layout, to: destination.layout, engine: engine,
            name: "the copy of '\(name)'")
        append(name, descriptor, [DNNL_ARG_FROM: source, DNNL_ARG_TO: destination])
    }

    // MARK: Values

    func extents(of value: GraphEntry) throws(GraphError) -> [Int] {
        guard let extents = network.shapes[value] else {
            throw GraphError("a value without a shape is read")
        }
        return extents
    }

    /// Where a value is.
    func tensor(of value: GraphEntry) throws -> PlannedTensor {
        if let tensor = stored[value] { return tensor }
        guard let constant = network.constants[value] else {
            throw GraphError("a value is read before it is written")
        }
        let layout = try MemoryDescriptor(constant.shape).rowMajor()
        let tensor = self.constant(constant.elements, layout)
        stored[value] = tensor
        return tensor
    }

    /// A value in a layout, copied there at most once.
    func tensor(of value: GraphEntry, in layout: MemoryDescriptor) throws -> PlannedTensor {
        let tensor = try tensor(of: value)
        if tensor.layout == layout { return tensor }
        if let copy = copies[value]?.first(where: { $0.layout == layout }) { return copy }
        let copy = temporary(layout)
        try self.copy(tensor, to: copy, name: "input of step \(position)")
        copies[value, default: []].append(copy)
        return copy
    }

    /// A value that may be written over: itself where nothing reads it again, else a copy.
    func overwritable(
        _ value: GraphEntry, as type: ElementType, except sources: [PlannedTensor]
    ) throws -> PlannedTensor {
        let tensor = try tensor(of: value)
        let layout = try blocked(value, type)
        let shared = stored.contains { other, place in
            other != value && place.storage == tensor.storage
                && lastReader[other].map { $0 >= position } ?? false
        }
        if case .arena = storages[tensor.storage].kind, tensor.layout == layout, !shared,
            lastReader[value] == position,
            !sources.contains(where: { $0.storage == tensor.storage })
        {
            return tensor
        }
        let copy = temporary(layout)
        try self.copy(tensor, to: copy, name: "addend of step \(position)")
        return copy
    }

    /// The layout that steps prefer: blocks of channels for maps, row-major order for the rest.
    func blocked(_ value: GraphEntry, _ type: ElementType) throws -> MemoryDescriptor {
        let extents = try extents(of: value)
        guard extents.count == 4 else { return try MemoryDescriptor(extents, type).rowMajor(type) }
        return try MemoryDescriptor(extents, type, layout: engine.blockedMap)
    }

    /// The type in which a value is to be written: 32 bits where it is on its way to an output.
    func elementType(of value: GraphEntry) -> ElementType {
        places[value] == nil ? options.elementType : .float32
    }

    /// Notes where a value was written, and moves it on to where it belongs.
    func store(_ value: GraphEntry, _ tensor: PlannedTensor, name: String) throws {
        guard let place = try places[value]?.tensor(), place != tensor else {
            stored[value] = tensor
            return
        }
        try copy(tensor, to: place, name: name)
        stored[value] = place
    }

    /// Where a value is to be written, if that is settled.
    func place(of value: GraphEntry) -> PlannedPlace? { places[value] }

    // MARK: Placement

    private func placeOutputs() throws {
        for output in network.outputs {
            let extents = try extents(of: output)
            let layout = try MemoryDescriptor(extents).rowMajor()
            let storage = keep(AlignedBuffer(byteCount: layout.byteCount))
            outputs.append(PlannedTensor(storage: storage, layout: layout))
            if places[output] == nil, output != network.input, network.constants[output] == nil {
                places[output] = PlannedPlace(
                    storage: storage, view: StridedView(rowMajor: extents))
            }
        }
    }

    /// What is only moved about is written at once where it is moved to.
    private func placeSources() throws {
        var readers: [GraphEntry: Int] = [:]
        for input in network.operations.flatMap(\.inputs) + network.outputs {
            readers[input, default: 0] += 1
        }
        for operation in network.operations.reversed() where operation.isMovement {
            let target = try places[operation.output] ?? ownPlace(of: operation)
            places[operation.output] = target
            for (index, input) in operation.inputs.enumerated()
            where readers[input] == 1 && input != network.input && network.constants[input] == nil {
                guard let view = operation.view(ofInput: index, within: target.view, network.shapes)
                else { continue }
                places[input] = PlannedPlace(storage: target.storage, view: view)
            }
        }
    }

    private func ownPlace(of operation: FusedOperation) throws -> PlannedPlace {
        let extents = try extents(of: operation.output)
        let tensor = temporary(try MemoryDescriptor(extents).rowMajor())
        return PlannedPlace(storage: tensor.storage, view: StridedView(rowMajor: extents))
    }

    /// Outputs that are other outputs, parameters or the input itself.
    private func finishOutputs() throws {
        for (value, place) in zip(network.outputs, outputs) {
            let tensor = try tensor(of: value)
            guard tensor != place else { continue }
            try copy(tensor, to: place, name: "output")
        }
    }
}
