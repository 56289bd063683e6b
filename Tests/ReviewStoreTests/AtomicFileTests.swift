import Foundation
import HumanReview
import Testing

@testable import ReviewStore

@Suite final class AtomicFileTests {
    let directory = NSTemporaryDirectory() + "atomic-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory) }
    }

    @Test func aFileIsReplacedAndNothingElseIsLeft() throws {
        let path = directory + "/a.json"
        for length in [10, 100_000, 3, 0] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try AtomicFile.write(bytes, to: path)
            #expect(FileManager.default.contents(atPath: path).map(Array.init) == bytes)
        }
        #expect(try names == ["a.json"])
    }

    @Test func whatAKilledWriterLeftIsWrittenOver() throws {
        try Data(repeating: 1, count: 500).write(
            to: URL(fileURLWithPath: directory + "/.a.json.tmp"))
        try AtomicFile.write([1, 2, 3], to: directory + "/a.json")
        #expect(
            FileManager.default.contents(atPath: directory + "/a.json").map(Array.init) == [
                1, 2, 3,
            ]
        )
        #expect(try names == ["a.json"])
    }

    @Test func manyWritersOfOneFileLeaveOneOfTheirContents() throws {
        let path = directory + "/a.json"
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            let bytes = [UInt8](repeating: UInt8(index), count: 5_000 + index)
            try? AtomicFile.write(bytes, to: path)
        }
        let bytes = try #require(FileManager.default.contents(atPath: path).map(Array.init))
        #expect(Set(bytes).count == 1)
        #expect(bytes.count == 5_000 + Int(try #require(bytes.first)))
        #expect(try names == ["a.json"])
    }

    @Test func whoeverFailsLeavesNothing() throws {
        try FileManager.default.createDirectory(
            atPath: directory + "/a.json/full", withIntermediateDirectories: true)
        #expect(throws: ReviewError.self) {
            try AtomicFile.write([1], to: directory + "/a.json")
        }
        #expect(try names == ["a.json"])
    }

    @Test func aReserveSomebodyWritesIntoIsNotRemoved() throws {
        let temporary = directory + "/.a.json.tmp"
        let holder = try FileDescriptor(temporary, O_RDWR | O_CREAT)
        try holder.lock()
        AtomicFile.discardReserve(for: directory + "/a.json")
        #expect(try names == [".a.json.tmp"])
        let isCurrent = holder.isCurrent()
        #expect(isCurrent)
    }

    @Test func aReserveIsGivenBack() throws {
        try AtomicFile.reserve([1, 2, 3], for: directory + "/a.json")
        #expect(try names == [".a.json.tmp"])
        AtomicFile.discardReserve(for: directory + "/a.json")
        #expect(try names == [])
    }

    @Test func aFailureNamesTheFile() {
        #expect(throws: (any Error).self) {
            try AtomicFile.write([1], to: directory + "/missing/a.json")
        }
    }
}
