/// Memory on a page's boundary that starts as zeros and goes with its last owner.
final class AlignedBuffer {
    let address: UnsafeMutableRawPointer
    let byteCount: Int

    /// A buffer of at least so many bytes.
    init(byteCount: Int) {
        // Kernels of 64-byte vectors may read to the end of the last one.
        self.byteCount = (max(byteCount, 1) + 63) / 64 * 64
        address = .allocate(byteCount: self.byteCount, alignment: 4096)
        address.initializeMemory(as: UInt8.self, repeating: 0, count: self.byteCount)
    }

    /// A buffer that holds numbers.
    convenience init(_ numbers: [Float]) {
        self.init(byteCount: numbers.count * MemoryLayout<Float>.stride)
        numbers.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: address, count: byteCount).copyMemory(from: bytes)
        }
    }

    /// The memory as numbers, however far they are filled.
    var floats: UnsafeMutableBufferPointer<Float> {
        let count = byteCount / MemoryLayout<Float>.stride
        return UnsafeMutableBufferPointer(
            start: address.bindMemory(to: Float.self, capacity: count), count: count)
    }

    deinit {
        address.deallocate()
    }
}
