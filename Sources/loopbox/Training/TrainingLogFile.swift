import Glibc

/// The log of a training: a file, and standard error where that is no terminal.
nonisolated final class TrainingLogFile {
    private let descriptor: CInt

    /// Goes on with the file at a path, or begins one.
    ///
    /// - Throws: ``CommandError`` naming it when it cannot be written.
    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw CommandError(
                "\(path): \(String(cString: strerror(errno))); --log names another file")
        }
    }

    deinit { close(descriptor) }

    /// Writes a line with the time and thread before it, as SageMaker's container does.
    func write(_ text: String) {
        let line = Array(
            "[\(Self.clockTime) INFO \(UInt(pthread_self()))] \(PrintableText.of(text))\n".utf8)
        for target in Console.isErrorTerminal ? [descriptor] : [descriptor, STDERR_FILENO] {
            var rest = line[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(target, $0.baseAddress, $0.count) }
                // A log that cannot be written is no reason to lose the training.
                guard count > 0 || (count < 0 && errno == EINTR) else { break }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }

    /// Month, day, year and the time of day, in UTC.
    private static var clockTime: String {
        var now = Glibc.time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        let two = { (number: CInt) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(parts.tm_mon + 1))/\(two(parts.tm_mday))/\(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    }
}
