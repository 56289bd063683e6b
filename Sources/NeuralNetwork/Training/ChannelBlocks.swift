internal import COneDNN

/// How many channels of a pixel lie side by side: as many as a vector of the processor holds.
enum ChannelBlocks: Int {
    case eight = 8
    case sixteen = 16

    /// AVX-512 has a bit of its own in oneDNN's sets of instructions, which are not in an order.
    static let ofThisProcessor: ChannelBlocks =
        dnnl_get_effective_cpu_isa().rawValue & 0x20 != 0 ? .sixteen : .eight

    var layout: dnnl_format_tag_t {
        switch self {
        case .eight: dnnl_aBcd8b
        case .sixteen: dnnl_aBcd16b
        }
    }
}
