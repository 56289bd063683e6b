internal import CArchive

/// Writes a gzip-compressed tar archive into a descriptor through libarchive.
///
/// The same members give the same bytes at any time.
final class ArchiveWriter {
    private let handle: OpaquePointer

    init(descriptor: Int32) throws(ArtifactError) {
        guard let handle = archive_write_new() else {
            throw ArtifactError("libarchive has no memory for an archive")
        }
        let opened =
            archive_write_add_filter_gzip(handle) == ARCHIVE_OK
            && archive_write_set_format_ustar(handle) == ARCHIVE_OK
            && archive_write_set_options(handle, "gzip:!timestamp")
                == ARCHIVE_OK
            && archive_write_open_fd(handle, descriptor) == ARCHIVE_OK
        guard opened else {
            let error = Self.failure(handle)
            archive_write_free(handle)
            throw error
        }
        self.handle = handle
    }

    deinit { archive_write_free(handle) }

    /// Begins a file of a length that the following calls of ``put(_:)`` make up.
    func begin(_ name: String, size: Int) throws(ArtifactError) {
        guard let entry = archive_entry_new() else {
            throw ArtifactError("libarchive has no memory for a file")
        }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, la_int64_t(size))
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        guard archive_write_header(handle, entry) == ARCHIVE_OK else { throw Self.failure(handle) }
    }

    /// The next bytes of the file that was begun.
    func put(_ bytes: UnsafeRawBufferPointer) throws(ArtifactError) {
        guard archive_write_data(handle, bytes.baseAddress, bytes.count) == bytes.count else {
            throw Self.failure(handle)
        }
    }

    /// A whole file.
    func put(_ name: String, _ bytes: [UInt8]) throws(ArtifactError) {
        try begin(name, size: bytes.count)
        var failure: ArtifactError?
        bytes.withUnsafeBytes { buffer in
            do throws(ArtifactError) { try put(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Ends the archive; what was written before may still have been kept back.
    func finish() throws(ArtifactError) {
        guard archive_write_close(handle) == ARCHIVE_OK else { throw Self.failure(handle) }
    }

    private static func failure(_ handle: OpaquePointer) -> ArtifactError {
        let text = archive_error_string(handle).map { String(cString: $0) }
        return ArtifactError("\(text ?? "it cannot be written"): check the disk's room")
    }
}
