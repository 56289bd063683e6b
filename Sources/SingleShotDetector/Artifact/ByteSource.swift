/// Bytes that are read once from the front and whose number is known.
protocol ByteSource: ~Copyable {
    /// How many bytes were read.
    var position: Int { get }
    /// How many bytes there are to read.
    var remaining: Int { get }
    /// Fills the whole buffer, which is not larger than ``remaining``.
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError)
}

extension ByteSource where Self: ~Copyable {
    /// A little-endian integer.
    mutating func integer<Value: FixedWidthInteger>(
        _ what: String, as type: Value.Type = Value.self
    ) throws(ArtifactError) -> Value {
        try require(MemoryLayout<Value>.size, what)
        var value: Value = 0
        var failure: ArtifactError?
        withUnsafeMutableBytes(of: &value) { buffer in
            do throws(ArtifactError) { try fill(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        return Value(littleEndian: value)
    }

    /// Bytes whose number was checked to be small.
    mutating func bytes(_ count: Int, _ what: String) throws(ArtifactError) -> [UInt8] {
        try require(count, what)
        var failure: ArtifactError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(ArtifactError) {
                try fill(UnsafeMutableRawBufferPointer(buffer))
                filled = count
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Refuses to read beyond the end.
    func require(_ count: Int, _ what: String) throws(ArtifactError) {
        guard count <= remaining else {
            throw error("\(what) would be \(count) bytes long, but only \(remaining) are left")
        }
    }

    /// An error at the current place.
    func error(_ reason: String) -> ArtifactError { ArtifactError("byte \(position): \(reason)") }
}
