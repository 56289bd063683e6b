internal import Foundation
internal import Testing

@testable internal import ImageCodecs

struct ImageFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test func readsARegularFile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.jpg").path
        let bytes = (0..<100_000).map { UInt8($0 & 255) }
        #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
        #expect(try ImageFile.bytes(atPath: path) == bytes)
    }

    @Test func aPipeIsRefusedWithoutWaiting() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("pipe.jpg").path
        #expect(mkfifo(path, 0o600) == 0)
        let error = #expect(throws: ImageError.self) { try ImageFile.bytes(atPath: path) }
        #expect(error?.cause == "it is not a regular file")
    }

    @Test func aFolderADeviceAndAMissingFileAreRefused() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for path in [folder.path, "/dev/zero", folder.appendingPathComponent("none").path] {
            #expect(throws: ImageError.self) { try ImageFile.bytes(atPath: path) }
        }
    }

    @Test func aFileBeyondTheLimitIsRefusedUnread() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("sparse.jpg").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        #expect(truncate(path, off_t(ImageFile.mostBytes + 1)) == 0)
        let error = #expect(throws: ImageError.self) { try ImageFile.bytes(atPath: path) }
        #expect(error?.cause.contains("268435457 bytes") == true)
    }
}
