/// Bytes in memory.
struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private(set) var position = 0
    var remaining: Int { bytes.count - position }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) {
        guard buffer.count <= remaining else { throw error("the file ends too early") }
        buffer.copyBytes(from: bytes[position..<position + buffer.count])
        position += buffer.count
    }
}
