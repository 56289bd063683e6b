/// A part of a parameter in whole vectors, with its gradient and what the optimizer remembers of it.
struct ParameterStretch {
    typealias Vector = SIMD16<Float>

    let values: UnsafeMutablePointer<Vector>
    let gradient: UnsafeMutablePointer<Vector>
    let state: [UnsafeMutablePointer<Vector>]
    let count: Int

    var indices: Range<Int> { 0..<count }

    /// Part `index` of `count` about equal ones.
    init(of parameter: TrainingParameter, part index: Int, of count: Int) {
        let width = MemoryLayout<Vector>.stride
        let vectors = parameter.memory.buffer.byteCount / width
        let first = vectors * index / count
        self.count = vectors * (index + 1) / count - first
        func place(_ buffer: AlignedBuffer) -> UnsafeMutablePointer<Vector> {
            buffer.address.assumingMemoryBound(to: Vector.self) + first
        }
        values = place(parameter.memory.buffer)
        gradient = place(parameter.gradient.buffer)
        state = parameter.state.map(place)
    }
}
