import Glibc
import TestSupport
import Testing

@testable import Terminal

@MainActor @Suite struct TerminalWriterTests {
    @Test func aSlowReaderLosesNothing() throws {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        defer { ends.forEach { close($0) } }
        var random = SeededGenerator(seed: 1)
        let writer = TerminalWriter(descriptor: ends[1])
        var sent: [UInt8] = []
        var received: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 10_000)
        for _ in 0..<60 {
            let part = (0..<Int.random(in: 0...20_000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            sent += part
            writer.send(part)
            let count = read(ends[0], &bytes, 3000)
            received += bytes.prefix(max(0, count))
        }
        #expect(!writer.isIdle)
        while received.count < sent.count {
            let count = read(ends[0], &bytes, bytes.count)
            received += bytes.prefix(max(0, count))
            writer.pump()
        }
        #expect(received == sent && writer.isIdle)
    }

    @Test func aClosedReaderIsNoticed() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        close(ends[0])
        let writer = TerminalWriter(descriptor: ends[1])
        writer.send([1, 2, 3])
        #expect(writer.isHungUp && writer.isIdle)
        close(ends[1])
    }
}
