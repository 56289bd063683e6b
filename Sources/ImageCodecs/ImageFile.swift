internal import Glibc

/// Reads of image files from disk.
package enum ImageFile {
    /// The most bytes that a file may have.
    package static let mostBytes = 268_435_456

    /// How the cause of an error begins while a file is not there or may not be read.
    package static let openFailure = "the file cannot be opened:"

    /// The bytes of a regular file; a pipe, device or directory is refused without waiting for it.
    package static func bytes(atPath path: String) throws(ImageError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw systemError(openFailure) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw systemError("the file cannot be examined:")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ImageError(cause: "it is not a regular file", nextStep: "give an image file")
        }
        guard status.st_size <= mostBytes else {
            throw ImageError(
                cause: "the file has \(status.st_size) bytes, and the most is \(mostBytes)",
                nextStep: "scale the image down first")
        }
        return try read(descriptor, count: Int(status.st_size))
    }

    /// Reads to the end or to the size that the file had, whichever comes first.
    private static func read(_ descriptor: Int32, count: Int) throws(ImageError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let received = Glibc.read(descriptor, base + filled, count - filled)
                if received < 0 && errno == EINTR { continue }
                failed = received < 0
                guard received > 0 else { return }
                filled += received
            }
        }
        if failed { throw systemError("the file cannot be read:") }
        return bytes
    }

    private static func systemError(_ what: String) -> ImageError {
        ImageError(
            cause: "\(what) \(String(cString: strerror(errno)))",
            nextStep: "check that it exists and may be read")
    }
}
