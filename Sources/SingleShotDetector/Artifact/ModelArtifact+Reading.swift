internal import Glibc

extension ModelArtifact {
    /// Reads a `model.tar.gz`, whose members are found as `*.params`, `*-symbol.json` and, unless it is
    /// missing, `hyperparams.json`.
    ///
    /// Nothing is unpacked to the disk, and what the files claim of themselves is checked before room is
    /// made for it.
    ///
    /// - Throws: ``ArtifactError``, naming the file and the place, also for a graph that is no SSD network,
    ///   for parameters that are missing or of another shape than the graph's, and for numbers that are
    ///   not finite.
    package static func read(_ path: String) throws(ArtifactError) -> ModelArtifact {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ArtifactError(path: path, String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        return try ArtifactError.naming(path) { () throws(ArtifactError) in
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                throw ArtifactError("expected a file: a model.tar.gz")
            }
            var reader = try ArchiveReader(descriptor: descriptor, length: status.st_size)
            return try ArtifactMembers(&reader).artifact()
        }
    }

    /// Reads the bytes of a `model.tar.gz`, as ``read(_:)`` reads the file.
    ///
    /// - Parameters:
    ///   - bytes: all of the file.
    ///   - path: the file's, which errors name.
    /// - Returns: the artifact.
    /// - Throws: ``ArtifactError``.
    package static func read(_ bytes: [UInt8], of path: String) throws(ArtifactError)
        -> ModelArtifact
    {
        try ArtifactError.naming(path) { () throws(ArtifactError) in
            try bytes.withUnsafeBytes { buffer in
                Result { () throws(ArtifactError) in
                    var reader = try ArchiveReader(buffer)
                    return try ArtifactMembers(&reader).artifact()
                }
            }.get()
        }
    }
}
