internal import COneDNN

/// A tensor that primitives read or write: a descriptor and a place in a buffer that it keeps alive.
final class OneDNNMemory {
    let handle: dnnl_memory_t
    let descriptor: MemoryDescriptor
    let buffer: AlignedBuffer
    /// Where in the buffer the tensor begins, in bytes.
    let offset: Int

    /// A tensor in a buffer; fails where it would reach past the buffer's end.
    init(
        _ descriptor: MemoryDescriptor, in buffer: AlignedBuffer, at offset: Int = 0,
        engine: OneDNNEngine
    ) throws(OneDNNError) {
        let attempt = "place \(descriptor.extents) in memory"
        guard offset >= 0, descriptor.byteCount <= buffer.byteCount - offset else {
            throw OneDNNError(status: "the buffer is too small", attempt: attempt)
        }
        var (value, memory) = (descriptor.value, dnnl_memory_t?.none)
        let status = dnnl_memory_create(&memory, &value, engine.handle, buffer.address + offset)
        handle = try OneDNNError.made(memory, status, attempt)
        (self.descriptor, self.buffer, self.offset) = (descriptor, buffer, offset)
    }

    /// A tensor in a buffer of its own.
    convenience init(
        _ descriptor: MemoryDescriptor, engine: OneDNNEngine
    ) throws(OneDNNError) {
        let buffer = AlignedBuffer(byteCount: descriptor.byteCount)
        try self.init(descriptor, in: buffer, engine: engine)
    }

    /// Where the tensor begins.
    var address: UnsafeMutableRawPointer { buffer.address + offset }

    deinit {
        dnnl_memory_destroy(handle)
    }
}
