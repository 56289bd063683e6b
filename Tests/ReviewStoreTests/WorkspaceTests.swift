import Foundation
import GRDB
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

@Suite struct WorkspaceTests {
    let temporary: TemporaryWorkspace

    init() throws { temporary = try TemporaryWorkspace() }

    @Test func itIsFoundFromBelow() throws {
        let below = temporary.workspace.path + "/photos/2021/may"
        try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
        #expect(Workspace.find(from: below) == temporary.workspace)
        #expect(Workspace.find(from: temporary.workspace.path) == temporary.workspace)
        #expect(Workspace.find(from: temporary.workspace.path + "/..") == nil)
    }

    @Test func theURIsPathIsPercentEncoded() throws {
        #expect(
            Workspace.fileURI("/a b/%41/\u{e9}\u{1b}[m;?#&'\".jpg")
                == "file:///a%20b/%2541/%C3%A9%1B%5Bm%3B%3F%23%26%27%22.jpg")
        #expect(
            URL(string: Workspace.fileURI("/a b/%41/\u{e9}?.jpg"))?.path == "/a b/%41/\u{e9}?.jpg")
    }

    @Test func aMovedWorkspaceSaysWhereItsOutputsAreNow() throws {
        _ = try temporary.store().add(
            [TemporaryWorkspace.image("a")], at: TemporaryWorkspace.time)
        let moved = temporary.workspace.path + "-moved"
        try FileManager.default.copyItem(atPath: temporary.workspace.path, toPath: moved)
        defer { try? FileManager.default.removeItem(atPath: moved) }
        let store = try SQLiteReviewStore(workspace: try #require(Workspace.find(from: moved)))
        #expect(try store.loops(limit: 1).first?.outputURI.hasPrefix("file://\(moved)/") == true)
    }

    @Test func aStoreThatIsNoDatabaseIsSaidToBeOne() throws {
        let other = try Workspace.create(at: temporary.workspace.path + "/other")
        try Data(repeating: 65, count: 5_000).write(to: URL(fileURLWithPath: other.storePath))
        let error = #expect(throws: ReviewError.self) { try SQLiteReviewStore(workspace: other) }
        #expect(
            error
                == .storage(
                    path: other.storePath, reason: "not an intact store; run 'loopbox doctor'"))
    }

    @Test func aWorkspaceInAFileCannotBeMade() {
        #expect(throws: ReviewError.self) {
            try Workspace.create(at: temporary.workspace.storePath + "/x")
        }
    }

    /// The kernel's own file system takes no directories, and has its own reason.
    @Test(.enabled(if: Requirement.isMet(FileManager.default.fileExists(atPath: "/sys/kernel"))))
    func whyADirectoryCannotBeMadeIsTold() throws {
        let path = "/sys/w"
        try #require(mkdir(path, 0o777) != 0)
        let code = errno
        try #require(code != ENOENT)
        let error = #expect(throws: ReviewError.self) { try Workspace.create(at: path) }
        #expect(error == FileFailure.systemCall(path, code: code))
    }

    @Test func aStoreOfALaterVersionIsLeftAlone() throws {
        try temporary.store().write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of the future')")
        }
        #expect(throws: ReviewError.self) { try temporary.store() }
    }

    @Test func damageIsFound() throws {
        let store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("a")], at: TemporaryWorkspace.time)
        #expect(try store.integrityProblems() == [])
        try store.write {
            try $0.execute(sql: "UPDATE tallies SET count = 5 WHERE name = 'images'")
        }
        #expect(
            try store.integrityProblems() == ["the count of images says 5, there are 1"])
    }
}
