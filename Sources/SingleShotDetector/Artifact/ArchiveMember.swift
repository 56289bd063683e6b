internal import CArchive

/// One file of an ``ArchiveReader``, which must live longer and not go on meanwhile.
struct ArchiveMember: ByteSource, ~Copyable {
    private let handle: OpaquePointer
    /// Its path without a leading `./`.
    let name: String
    private(set) var position = 0
    private(set) var remaining: Int
    /// What libarchive unpacked and nobody has read yet; it owns the bytes.
    private var block = UnsafeRawBufferPointer(start: nil, count: 0)

    init(handle: OpaquePointer, name: String, size: Int) {
        self.handle = handle
        self.name = name
        remaining = size
    }

    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) {
        var buffer = buffer[...]
        while !buffer.isEmpty {
            if block.isEmpty { try nextBlock() }
            let count = min(block.count, buffer.count)
            UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(count))
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
            block = UnsafeRawBufferPointer(rebasing: block[count...])
            buffer = buffer.dropFirst(count)
            position += count
            remaining -= count
        }
    }

    private mutating func nextBlock() throws(ArtifactError) {
        var start: UnsafeRawPointer?
        var count = 0
        var offset: la_int64_t = 0
        let result = archive_read_data_block(handle, &start, &count, &offset)
        guard result != ARCHIVE_EOF else {
            throw error("the file ends \(remaining) bytes too early")
        }
        guard result >= ARCHIVE_WARN, count <= remaining else {
            throw error(ArtifactError.archive(handle).reason)
        }
        block = UnsafeRawBufferPointer(start: start, count: count)
    }
}
