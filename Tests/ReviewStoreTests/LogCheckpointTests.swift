import Foundation
import HumanReview
import Testing

@testable import ReviewStore

/// What was written reaches the store's own file without anybody's closing it.
@Suite struct LogCheckpointTests {
    @Test func theLogIsCarriedOver() async throws {
        let temporary = try TemporaryWorkspace()
        let store = try temporary.store()
        _ = try store.add([TemporaryWorkspace.image("photo")], at: TemporaryWorkspace.time)
        // Without its log beside it, a copy has what was carried over and nothing else.
        let other = try TemporaryWorkspace()
        let copy = other.workspace.storePath
        for _ in 0..<200 {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: copy + suffix)
            }
            try FileManager.default.copyItem(atPath: temporary.workspace.storePath, toPath: copy)
            if let loops = try? other.store().loops(limit: 10), loops.count == 1 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the loop is in the log alone")
        withExtendedLifetime(store) {}
    }

    /// Who removes a workspace does not find a new file there.
    @Test func noStoreIsMadeForIt() async throws {
        let temporary = try TemporaryWorkspace()
        let path = temporary.workspace.path + "/removed.sqlite"
        let checkpoints = LogCheckpoints(path: path)
        checkpoints.noteWrite()
        try await Task.sleep(for: .milliseconds(600))
        #expect(!FileManager.default.fileExists(atPath: path))
        withExtendedLifetime(checkpoints) {}
    }
}
