import Glibc

extension Workspace {
    /// The path of a version's artifact.
    package func path(of model: ModelVersion) -> String { storeDirectory + "/" + model.path }

    /// Where the artifact with a digest belongs, from the directory of the store.
    package static func modelPath(ofDigest sha256: String) -> String { "models/\(sha256).tar.gz" }

    /// Writes an artifact to its place, whole or not at all.
    ///
    /// - Parameters:
    ///   - bytes: the artifact.
    ///   - relativePath: as ``modelPath(ofDigest:)`` gives it.
    /// - Throws: ``ReviewError``.
    package func writeModel(_ bytes: [UInt8], to relativePath: String) throws {
        let path = storeDirectory + "/" + relativePath
        var status = stat()
        // The name is the digest: a file that is there is the same.
        if stat(path, &status) == 0, Int(status.st_size) == bytes.count { return }
        try DurableDirectory.make(parentOf: path, inside: storeDirectory)
        try AtomicFile.write(bytes, to: path)
    }
}
