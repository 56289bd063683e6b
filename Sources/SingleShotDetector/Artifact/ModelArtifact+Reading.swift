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
        do throws(ArtifactError) {
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                throw ArtifactError("expected a file: a model.tar.gz")
            }
            var reader = try ArchiveReader(descriptor: descriptor, length: status.st_size)
            return try ArtifactMembers(&reader).artifact()
        } catch {
            var error = error
            error.path = path
            throw error
        }
    }
}
