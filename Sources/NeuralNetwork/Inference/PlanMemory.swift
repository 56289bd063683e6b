/// The memory of a plan's tensors: one arena for what is needed for a while, one scratchpad for every step.
struct PlanMemory {
    let arena: AlignedBuffer
    let scratchpad: AlignedBuffer
    private let places: [(buffer: AlignedBuffer, offset: Int)]

    /// The memory for what a builder planned.
    init(_ builder: PlanBuilder) throws {
        let temporary = builder.storages.indices.filter { index in
            if case .arena = builder.storages[index].kind { true } else { false }
        }
        let tenants = temporary.map { index in
            let storage = builder.storages[index]
            return ArenaLayout.Tenant(
                byteCount: storage.steps == nil ? 0 : storage.byteCount,
                first: storage.steps?.lowerBound ?? 0, last: storage.steps?.upperBound ?? 0)
        }
        let layout = ArenaLayout(tenants)
        let offsets = Dictionary(uniqueKeysWithValues: zip(temporary, layout.offsets))
        let arena = AlignedBuffer(byteCount: layout.byteCount)
        places = builder.storages.enumerated().map { index, storage in
            switch storage.kind {
            case .arena: (arena, offsets[index] ?? 0)
            case .kept(let buffer): (buffer, 0)
            }
        }
        self.arena = arena
        scratchpad = AlignedBuffer(byteCount: builder.scratchpadByteCount)
    }

    /// A planned tensor in its memory.
    func memory(
        of tensor: PlannedTensor, _ engine: OneDNNEngine
    ) throws(OneDNNError) -> OneDNNMemory {
        let place = places[tensor.storage]
        return try OneDNNMemory(tensor.layout, in: place.buffer, at: place.offset, engine: engine)
    }

    /// The buffer of a tensor that has one to itself.
    func buffer(of tensor: PlannedTensor) -> AlignedBuffer {
        places[tensor.storage].buffer
    }
}
