/// Buffers that gradients take in turn: the backward pass holds few of them at a time.
final class GradientPool {
    private var free: [AlignedBuffer] = []
    private(set) var byteCount = 0

    /// The smallest free buffer that is large enough, else a new one.
    func take(byteCount: Int) -> GradientBuffer {
        let fitting = free.indices.filter { free[$0].byteCount >= byteCount }
        if let index = fitting.min(by: { free[$0].byteCount < free[$1].byteCount }) {
            return GradientBuffer(free.remove(at: index))
        }
        let buffer = AlignedBuffer(byteCount: byteCount)
        self.byteCount += buffer.byteCount
        return GradientBuffer(buffer)
    }

    /// Gives up one share.
    func release(_ buffer: GradientBuffer) {
        buffer.shareCount -= 1
        if buffer.shareCount == 0 { free.append(buffer.memory) }
    }
}
