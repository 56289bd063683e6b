internal import CNCurses
internal import Glibc

/// A file that is only in memory, for a library that insists on writing to one.
final class MemoryFile {
    /// Owned by the library's screen as long as that lives.
    let stream: UnsafeMutablePointer<FILE>
    private let descriptor: CInt

    init() throws(TerminalError) {
        descriptor = memfd_create("loopbox-screen", UInt32(MFD_CLOEXEC))
        guard descriptor >= 0, let stream = fdopen(descriptor, "w") else {
            throw .system(call: "memfd_create", reason: TerminalDevice.reason())
        }
        self.stream = stream
    }

    isolated deinit { fclose(stream) }

    /// What has been written since the last time.
    func take() -> [UInt8] {
        fflush(stream)
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
        lseek(descriptor, 0, SEEK_SET)
        return bytes
    }
}
