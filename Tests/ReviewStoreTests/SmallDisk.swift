import Foundation
import Glibc

/// A file system of 2 MiB, which only root may make.
final class SmallDisk: Sendable {
    /// Where it is mounted.
    let path: String

    /// Whether this process may mount one.
    static let isPossible = (try? SmallDisk()) != nil

    /// Why a disk could not be made.
    struct Refused: Error {}

    init() throws {
        path = NSTemporaryDirectory() + "small-disk-\(UUID().uuidString)"
        guard mkdir(path, 0o700) == 0, mount("tmpfs", path, "tmpfs", 0, "size=2m") == 0 else {
            rmdir(path)
            throw Refused()
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Uses up all room but `rest` bytes.
    func fill(leaving rest: Int = 0) throws {
        let descriptor = open(path + "/filler", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw Refused() }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
        var status = stat()
        fstat(descriptor, &status)
        ftruncate(descriptor, max(0, status.st_size - rest))
    }

    /// Gives the room back.
    func empty() { unlink(path + "/filler") }
}
