import Glibc

/// Reads of the texts a person gives, bounded in length.
nonisolated enum InputFile {
    /// Why a file cannot be used, with the next step, without its name.
    struct Problem: Error, CustomStringConvertible {
        let cause: String
        let nextStep: String

        var description: String { "\(cause); \(nextStep)" }

        init(_ cause: String, _ nextStep: String) {
            self.cause = cause
            self.nextStep = nextStep
        }

        /// The failure of the system call just made.
        static func system() -> Problem {
            Problem(String(cString: strerror(errno)), "check the name and its permissions")
        }
    }

    /// The bytes of a regular file; a pipe or device is refused without waiting for it.
    static func bytes(atPath path: String, atMost limit: Int) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .system() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Problem("not a regular file", "give a file")
        }
        var bytes: [UInt8] = []
        while try readMore(of: descriptor, into: &bytes) {
            guard bytes.count <= limit else {
                throw Problem("longer than the \(limit) bytes allowed", "shorten it")
            }
        }
        return bytes
    }

    private static func readMore(
        of descriptor: CInt, into bytes: inout [UInt8]
    ) throws(Problem) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system() }
            bytes.append(contentsOf: chunk[..<count])
            return count > 0
        }
    }
}
