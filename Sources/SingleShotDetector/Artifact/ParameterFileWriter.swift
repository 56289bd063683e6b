internal import NeuralNetwork

/// Writes a `.params` file as MXNet 1.x does: dense arrays of 32-bit floats (contract §8.1).
struct ParameterFileWriter {
    /// By their names in the file, in its order.
    private let arrays: [(name: String, tensor: Tensor)]

    init(_ parameters: ParameterSet) {
        let arguments = parameters.arguments.map { (name: "arg:" + $0.key, tensor: $0.value) }
        let statistics = parameters.statistics.map { (name: "aux:" + $0.key, tensor: $0.value) }
        arrays = (arguments + statistics).sorted { $0.name < $1.name }
    }

    /// Length of the file in bytes.
    var size: Int {
        arrays.reduce(32) { size, array in
            size + 24 + 8 * max(1, array.tensor.shape.count) + 4 * array.tensor.elements.count + 8
                + array.name.utf8.count
        }
    }

    /// Hands over the file piece by piece, the elements without a copy.
    func write(
        _ put: (UnsafeRawBufferPointer) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        try Self.put(head, put)
        for array in arrays {
            try Self.put(Self.head(of: array.tensor), put)
            try Self.put(array.tensor.elements, put)
        }
        try Self.put(names, put)
    }

    private var head: [UInt8] {
        Self.bytes(ParameterFileReader<MemorySource>.listMagic) + Self.bytes(UInt64(0))
            + Self.bytes(UInt64(arrays.count))
    }

    private var names: [UInt8] {
        arrays.reduce(Self.bytes(UInt64(arrays.count))) { bytes, array in
            bytes + Self.bytes(UInt64(array.name.utf8.count)) + array.name.utf8
        }
    }

    /// Version 2, dense, the shape, the first CPU, and 32-bit floats.
    private static func head(of tensor: Tensor) -> [UInt8] {
        // No axes would mean that there is no array.
        let shape = tensor.shape.isEmpty ? [1] : tensor.shape
        return bytes(UInt32(0xF993_FAC9)) + bytes(Int32(0)) + bytes(Int32(clamping: shape.count))
            + shape.flatMap { bytes(Int64($0)) } + bytes(Int32(1)) + bytes(Int32(0))
            + bytes(Int32(0))
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    private static func put<Element>(
        _ values: [Element], _ put: (UnsafeRawBufferPointer) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        var failure: ArtifactError?
        values.withUnsafeBytes { buffer in
            do throws(ArtifactError) { try put(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
