internal import Glibc

/// How many bytes are left after `gzip -6`, as `ssh -C` would send them.
enum GzipSize {
    /// The size as a cell of a table.
    static func text(of bytes: [UInt8]) -> String { of(bytes).map(String.init) ?? "-" }

    /// The size, or nil where there is no gzip.
    static func of(_ bytes: [UInt8]) -> Int? {
        let plain = "/tmp/loopbox-benchmark.\(getpid())"
        let packed = plain + ".gz"
        defer {
            unlink(plain)
            unlink(packed)
        }
        let file = open(plain, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard write(file, bytes, bytes.count) == bytes.count,
            ChildProcess(["gzip", "-6", "-c"], input: plain, output: packed) != nil
        else { return nil }
        var status = stat()
        return stat(packed, &status) == 0 ? Int(status.st_size) : nil
    }
}
