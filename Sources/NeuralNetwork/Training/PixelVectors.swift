/// How the channels of a pixel lie in a tensor of channel blocks, as vectors.
struct PixelVectors {
    typealias Vector = SIMD8<Float>

    let imageCount: Int
    /// Of one image.
    let pixelCount: Int
    let blockCount: Int
    let vectorsInBlock: Int

    init(_ layout: MemoryDescriptor) {
        let (extents, block) = (layout.extents, ChannelBlocks.ofThisProcessor.rawValue)
        imageCount = extents[0]
        pixelCount = extents[2] * extents[3]
        blockCount = (extents[1] + block - 1) / block
        vectorsInBlock = block / Vector.scalarCount
    }

    /// A tensor's numbers.
    static func vectors(_ memory: OneDNNMemory) -> UnsafeMutablePointer<Vector> {
        memory.address.assumingMemoryBound(to: Vector.self)
    }

    /// Calls with every pixel's number and where its vectors are.
    @inline(__always)
    func forEachPixel(_ body: (Int, FlattenedIndices) -> Void) {
        for image in 0..<imageCount {
            for pixel in 0..<pixelCount {
                let first = (image * blockCount * pixelCount + pixel) * vectorsInBlock
                body(
                    image * pixelCount + pixel,
                    FlattenedIndices(
                        first: first, blockCount: blockCount,
                        distance: pixelCount * vectorsInBlock, vectorsInBlock: vectorsInBlock))
            }
        }
    }

    /// The vectors of one pixel: some of each block.
    struct FlattenedIndices: Sequence, IteratorProtocol {
        let first: Int
        let blockCount: Int
        let distance: Int
        let vectorsInBlock: Int
        private var block = 0
        private var vector = 0

        init(first: Int, blockCount: Int, distance: Int, vectorsInBlock: Int) {
            (self.first, self.blockCount) = (first, blockCount)
            (self.distance, self.vectorsInBlock) = (distance, vectorsInBlock)
        }

        mutating func next() -> Int? {
            if vector == vectorsInBlock { (block, vector) = (block + 1, 0) }
            guard block < blockCount else { return nil }
            defer { vector += 1 }
            return first + block * distance + vector
        }
    }
}
