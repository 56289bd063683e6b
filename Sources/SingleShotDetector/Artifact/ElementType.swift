/// The kinds of numbers an array in a `.params` file may have, by MXNet's codes.
enum ElementType: Int32 {
    case float32 = 0
    case float64, float16, uint8, int32, int8, int64, bool, int16, uint16, uint32, uint64
    case bfloat16

    /// Bytes of an element.
    var size: Int {
        switch self {
        case .uint8, .int8, .bool: 1
        case .float16, .int16, .uint16, .bfloat16: 2
        case .float32, .int32, .uint32: 4
        case .float64, .int64, .uint64: 8
        }
    }

    /// Appends little-endian elements as the nearest `Float`.
    func convert(_ bytes: UnsafeRawBufferPointer, to elements: inout [Float]) {
        switch self {
        case .float32: append(bytes, UInt32.self, to: &elements) { Float(bitPattern: $0) }
        case .float64:
            append(bytes, UInt64.self, to: &elements) { Float(Double(bitPattern: $0)) }
        case .float16:
            append(bytes, UInt16.self, to: &elements) { Float(Float16(bitPattern: $0)) }
        case .bfloat16:
            append(bytes, UInt16.self, to: &elements) { Float(bitPattern: UInt32($0) << 16) }
        case .uint8: append(bytes, UInt8.self, to: &elements) { Float($0) }
        case .bool: append(bytes, UInt8.self, to: &elements) { $0 == 0 ? 0 : 1 }
        case .int8: append(bytes, Int8.self, to: &elements) { Float($0) }
        case .int16: append(bytes, Int16.self, to: &elements) { Float($0) }
        case .uint16: append(bytes, UInt16.self, to: &elements) { Float($0) }
        case .int32: append(bytes, Int32.self, to: &elements) { Float($0) }
        case .uint32: append(bytes, UInt32.self, to: &elements) { Float($0) }
        case .int64: append(bytes, Int64.self, to: &elements) { Float($0) }
        case .uint64: append(bytes, UInt64.self, to: &elements) { Float($0) }
        }
    }

    private func append<Stored: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, _ type: Stored.Type, to elements: inout [Float],
        _ value: (Stored) -> Float
    ) {
        for offset in stride(from: 0, to: bytes.count, by: MemoryLayout<Stored>.size) {
            elements.append(
                value(Stored(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))))
        }
    }
}
