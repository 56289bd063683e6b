internal import Glibc

/// Bytes on their way to a terminal that may take them slowly: none is lost and none blocks.
final class TerminalWriter {
    private let descriptor: CInt
    private var waiting: [UInt8] = []
    private var written = 0
    /// Whether the terminal is gone; what is sent after that vanishes.
    private(set) var isHungUp = false

    /// A writer to a descriptor that does not block.
    init(descriptor: CInt) { self.descriptor = descriptor }

    var isIdle: Bool { written == waiting.count }

    /// Sends the bytes after those still waiting.
    func send(_ bytes: some Collection<UInt8>) {
        guard !isHungUp else { return }
        waiting.append(contentsOf: bytes)
        pump()
    }

    /// Writes as much as the terminal takes now.
    func pump() {
        while !isIdle {
            let count = waiting.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                isHungUp = true
                break
            }
        }
        waiting.removeAll(keepingCapacity: waiting.capacity < 1 << 22)
        written = 0
    }

    /// Writes everything, waiting for the terminal at most as long as it takes nothing for a second.
    func drain() {
        while !isIdle, !isHungUp {
            var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&ready, 1, 1000) > 0 || errno == EINTR else { return }
            pump()
        }
    }
}
