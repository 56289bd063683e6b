internal import COneDNN

/// What a number in a oneDNN memory is made of.
enum ElementType: Hashable, Sendable {
    case float32
    case bfloat16

    var code: dnnl_data_type_t {
        switch self {
        case .float32: dnnl_f32
        case .bfloat16: dnnl_bf16
        }
    }

    var byteCount: Int {
        switch self {
        case .float32: 4
        case .bfloat16: 2
        }
    }
}
