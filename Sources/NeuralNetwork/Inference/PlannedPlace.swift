/// Where in a storage a value is to be written, as 32-bit numbers.
struct PlannedPlace {
    var storage: Int
    var view: StridedView

    /// The place as a tensor that primitives can write.
    func tensor() throws(OneDNNError) -> PlannedTensor {
        let layout = try MemoryDescriptor(
            view.extents, strides: view.strides, offset: view.offset)
        return PlannedTensor(storage: storage, layout: layout)
    }
}

extension FusedOperation {
    /// Whether its results are its inputs' numbers in other places.
    var isMovement: Bool {
        switch kind {
        case .transposition, .reshaping, .concatenation: true
        default: false
        }
    }

    /// The part of a movement's result that one of its inputs fills; nil where strides cannot say it.
    func view(
        ofInput index: Int, within result: StridedView, _ shapes: [GraphEntry: [Int]]
    ) -> StridedView? {
        guard let extents = shapes[inputs[index]] else { return nil }
        switch kind {
        case .transposition(let axes): return result.source(ofTransposition: axes)
        case .reshaping: return result.reshaped(to: extents)
        case .concatenation(let dimension):
            let axis = dimension < 0 ? dimension + extents.count : dimension
            guard extents.indices.contains(axis) else { return nil }
            let before = inputs[..<index].reduce(0) { $0 + (shapes[$1]?[axis] ?? 0) }
            return result.part(along: axis, from: before, count: extents[axis])
        default: return nil
        }
    }
}
