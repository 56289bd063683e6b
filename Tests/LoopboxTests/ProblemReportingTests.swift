import Annotations
import Dispatch
import Foundation
import HumanReview
import Testing
import Workbench

@testable import ReviewStore
@testable import loopbox

/// Photos that cannot be shown, told of while the screen goes on.
@MainActor @Suite struct ProblemReportingTests {
    private let folder: ReviewFolder
    private let store: SQLiteReviewStore
    private let mailbox: Mailbox<Event>
    private let runner: EffectRunner

    init() throws {
        folder = try ReviewFolder(photos: 1)
        store = try Self.open(folder)
        let mailbox = try Mailbox<Event>()
        self.mailbox = mailbox
        let ana = Worker(name: "ana")
        runner = EffectRunner(
            store: store, worker: ana, photos: PhotoLoader(report: mailbox.post),
            accept: AcceptRunner(store: store, worker: ana, report: mailbox.post),
            loops: LoopsRunner(store: store, worker: ana, report: mailbox.post),
            teams: TeamsRunner(store: store, worker: ana, report: mailbox.post))
    }

    private static func open(_ folder: ReviewFolder) throws -> SQLiteReviewStore {
        try SQLiteReviewStore(workspace: try #require(Workspace.find(from: folder.workspace)))
    }

    private func wait(until isMet: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<400 {
            if try isMet() { return true }
            usleep(10_000)
        }
        return false
    }

    /// Another process's write, until the semaphore is signalled.
    private func holdWriting() throws -> DispatchSemaphore {
        let other = try Self.open(folder)
        let (begun, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        DispatchQueue.global().async {
            try? other.write { _ in
                begun.signal()
                end.wait()
            }
        }
        begun.wait()
        return end
    }

    @Test func noKeyWaitsForAnothersWrite() throws {
        let end = try holdWriting()
        let start = ContinuousClock.now
        for path in ["/a.jpg", "/b.jpg", "/a.jpg"] {
            #expect(runner.perform(.reportProblem(path: path, reason: "vanished")).isEmpty)
        }
        #expect(start.duration(to: .now) < .seconds(2))
        end.signal()
        #expect(try wait { try store.problems(limit: 9).map(\.path) == ["/b.jpg", "/a.jpg"] })
    }

    @Test func aPhotoThatIsSeenAgainIsNoProblemAnyMore() throws {
        let image = try #require(try store.loops(limit: 1).first).image
        let request = ThumbnailRequest(
            image: image,
            viewport: Viewport(
                imageSize: image.size, orientation: image.orientation,
                paneSize: PixelSize(width: 64, height: 48)), reservedColors: [])
        let changed = InputProblem(path: image.path, reason: "changed", time: SystemClock.now)
        try store.record([changed])
        try FileManager.default.moveItem(atPath: image.path, toPath: image.path + ".away")
        for _ in 0..<2 {
            _ = runner.perform(.accept(.develop([request])))
            #expect(reportsNextFailure())
        }
        #expect(try wait { try store.problems(limit: 9).count == 2 })
        try FileManager.default.moveItem(atPath: image.path + ".away", toPath: image.path)
        _ = runner.perform(.accept(.develop([request])))
        #expect(try wait { try store.problems(limit: 9) == [changed] })
        #expect(try store.status(at: SystemClock.now).problems == 1)
    }

    /// Does with the next thumbnail that could not be made what the accept screen does.
    private func reportsNextFailure() -> Bool {
        wait {
            mailbox.drain().contains { event in
                guard case .accept(.developFailed(let request, let reason)) = event else {
                    return false
                }
                return runner.perform(.reportProblem(path: request.image.path, reason: reason))
                    .isEmpty
            }
        }
    }
}
