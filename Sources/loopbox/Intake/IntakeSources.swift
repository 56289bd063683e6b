import Glibc

/// Where images and predictions are to come from, checked to be there.
nonisolated struct IntakeSources {
    /// Files and directories.
    let images: [String]
    /// A directory, or nil.
    let predictions: String?

    /// - Throws: ``CommandError`` naming the first that is not there.
    init(images: [String], predictions: String?) throws {
        for path in images where access(path, F_OK) != 0 {
            throw CommandError(
                "\(path): \(String(cString: strerror(errno))); check the name, nothing was added")
        }
        var status = stat()
        if let predictions, stat(predictions, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
            throw CommandError(
                "\(predictions): no directory; --predictions takes one, nothing was added")
        }
        self.images = images
        self.predictions = predictions
    }
}
