internal import COneDNN

/// The processor as oneDNN sees it, and one queue of work on it.
///
/// The calls of one engine must come from one thread at a time; primitives run in the order given.
final class OneDNNEngine {
    let handle: dnnl_engine_t
    let stream: dnnl_stream_t
    /// How many channels a block of a map holds in the layout that this processor's convolutions prefer.
    let blockWidth = ChannelBlocks.ofThisProcessor.rawValue
    /// Whether there is arithmetic on 16-bit floating-point numbers at speed.
    static var computesBfloat16: Bool { ChannelBlocks.ofThisProcessor == .sixteen }

    /// The layout of maps in blocks of ``blockWidth`` channels.
    var blockedMap: dnnl_format_tag_t { blockWidth == 16 ? dnnl_nChw16c : dnnl_nChw8c }

    /// An engine on this processor.
    init() throws(OneDNNError) {
        var engine: dnnl_engine_t?
        let made = dnnl_engine_create(&engine, dnnl_cpu, 0)
        let handle = try OneDNNError.made(engine, made, "start its engine")
        var stream: dnnl_stream_t?
        let flags = UInt32(dnnl_stream_default_flags.rawValue)
        let opened = dnnl_stream_create(&stream, handle, flags)
        do throws(OneDNNError) {
            self.stream = try OneDNNError.made(stream, opened, "open a stream")
        } catch {
            dnnl_engine_destroy(handle)
            throw error
        }
        self.handle = handle
    }

    deinit {
        dnnl_stream_destroy(stream)
        dnnl_engine_destroy(handle)
    }
}
