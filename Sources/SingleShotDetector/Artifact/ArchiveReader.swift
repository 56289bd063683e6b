internal import CArchive

/// A gzip-compressed or bare tar archive, read from its front member by member through libarchive.
///
/// Nothing is unpacked to the disk. What may be unpacked at all is bounded by the archive's length, since
/// weights hardly compress: a small file that claims to hold much is refused unread.
struct ArchiveReader: ~Copyable {
    /// The most bytes a member may have beside the multiple of the archive's own.
    private static let allowance = 64 << 20
    private static let largestRatio = 8
    private static let mostMembers = 256

    private let handle: OpaquePointer
    /// How many bytes all members together may have.
    private var budget: Int
    private var memberCount = 0

    /// Opens an archive of some length that is read from a descriptor.
    init(descriptor: Int32, length: Int) throws(ArtifactError) {
        try self.init(length: length) { archive_read_open_fd($0, descriptor, 1 << 20) }
    }

    /// Opens an archive in memory that outlives the reader.
    init(_ bytes: UnsafeRawBufferPointer) throws(ArtifactError) {
        try self.init(length: bytes.count) {
            archive_read_open_memory($0, bytes.baseAddress, bytes.count)
        }
    }

    private init(length: Int, open: (OpaquePointer) -> CInt) throws(ArtifactError) {
        guard let handle = archive_read_new() else {
            throw ArtifactError("libarchive has no memory for an archive")
        }
        let opened =
            archive_read_support_filter_gzip(handle) == ARCHIVE_OK
            && archive_read_support_format_tar(handle) == ARCHIVE_OK
            && open(handle) == ARCHIVE_OK
        guard opened else {
            let error = ArtifactError.archive(handle)
            archive_read_free(handle)
            throw error
        }
        self.handle = handle
        let (product, overflows) = length.multipliedReportingOverflow(by: Self.largestRatio)
        budget = (overflows ? .max - Self.allowance : product) + Self.allowance
    }

    deinit { archive_read_free(handle) }

    /// The next member that is a file; nil at the end.
    mutating func next() throws(ArtifactError) -> ArchiveMember? {
        while true {
            var entry: OpaquePointer?
            let result = archive_read_next_header(handle, &entry)
            if result == ARCHIVE_EOF { return nil }
            guard result >= ARCHIVE_WARN, let entry else { throw failure() }
            if let member = try member(entry) { return member }
        }
    }

    /// Nil for a directory.
    private mutating func member(_ entry: OpaquePointer) throws(ArtifactError) -> ArchiveMember? {
        memberCount += 1
        guard memberCount <= Self.mostMembers else {
            throw ArtifactError("the archive has more than \(Self.mostMembers) members")
        }
        guard let text = archive_entry_pathname(entry) else {
            throw ArtifactError("member \(memberCount) has no name that is text")
        }
        let path = String(cString: text)
        let type = archive_entry_filetype(entry)
        guard archive_entry_hardlink(entry) == nil, archive_entry_sparse_count(entry) == 0,
            type == mode_t(0o100000) || type == mode_t(0o040000)
        else {
            throw ArtifactError(
                member: path, "the archive may hold files only, no links or devices")
        }
        // By scalars: a mark that combines with a slash would hide it.
        let parts = path.unicodeScalars.split(separator: "/").map { String($0) }
        guard !path.hasPrefix("/"), !parts.contains("..") else {
            throw ArtifactError(member: path, "the path leads out of the archive")
        }
        guard type == mode_t(0o100000) else { return nil }
        let size = Int(clamping: archive_entry_size(entry))
        guard size >= 0, size <= budget else {
            throw ArtifactError(
                member: path, "\(size) bytes are more than an archive of this length may hold")
        }
        budget -= size
        let name = parts.filter { $0 != "." }.joined(separator: "/")
        return ArchiveMember(handle: handle, name: name, size: size)
    }

    private func failure() -> ArtifactError { .archive(handle) }
}

extension ArtifactError {
    /// What libarchive says of its last failure.
    static func archive(_ handle: OpaquePointer) -> ArtifactError {
        let text = archive_error_string(handle).map { String(cString: $0) }
        return ArtifactError("\(text ?? "it cannot be read"): expected a model.tar.gz")
    }
}
