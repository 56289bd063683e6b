import Foundation
import HumanReview
import TestSupport
import Testing

@testable import ReviewStore

@Suite struct SharedModeTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let time = TemporaryWorkspace.time
    let ann = Worker(name: "ann")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func mode(_ path: String) throws -> Int {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return Int(status.st_mode & 0o7777)
    }

    private var faults: [ModeFault] { temporary.workspace.modeFaults { "group \($0)" } }

    private func complete(_ image: String) throws {
        _ = try store.add([TemporaryWorkspace.image(image)], at: time)
        let task = try #require(try store.next(ann))
        _ = try store.submit(task.answer(by: ann, at: time), under: try #require(task.lease))
    }

    @Test func whatIsMadeInASharedWorkspaceIsTheGroupsWhateverTheUmask() throws {
        #expect(temporary.workspace.sharingGroup == nil)
        #expect(faults.isEmpty)
        try temporary.workspace.share(withGroup: getegid())
        #expect(temporary.workspace.sharingGroup == getegid())
        let before = umask(0o077)
        defer { umask(before) }
        try complete("a")
        try temporary.workspace.writeModel([1, 2, 3], to: "models/x.tar.gz")
        #expect(temporary.outputFiles.count == 1)
        #expect(faults.isEmpty)
        #expect(try mode(temporary.workspace.storePath) & 0o060 == 0o060)
        #expect(try mode(temporary.workspace.outputPath + "/objects") & 0o2070 == 0o2070)
        // Nothing is given to others that the umask keeps from them.
        #expect(try mode(temporary.workspace.outputPath + "/objects") & 0o007 == 0)
    }

    @Test func aWrongModeIsNamedWithItsRemedy() throws {
        try temporary.workspace.share(withGroup: getegid())
        try complete("a")
        let file = temporary.workspace.outputPath + "/" + (temporary.outputFiles.first ?? "")
        let directory = temporary.workspace.outputPath + "/objects"
        chmod(file, 0o600)
        chmod(directory, 0o755)
        #expect(faults.map(\.path).sorted() == [directory, file].sorted())
        for fault in faults {
            #expect(ProgramRun(["sh", "-c", fault.remedy]).status == 0)
        }
        #expect(faults.isEmpty)
    }
}
