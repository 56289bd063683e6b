import Annotations
import Dispatch
import HumanReview
import ImageCodecs
import Imaging
import Synchronization
import Workbench

/// Makes thumbnails on a thread of its own, those of the sheet on the screen first.
nonisolated final class ThumbnailLoader: Sendable {
    private struct State {
        /// What is still to be made, the first one last.
        var waiting: [ThumbnailRequest] = []
        /// Made before, the oldest first: the way back to a sheet is short.
        var made: [Thumbnail] = []
    }

    /// Some sheets' worth, near 10 kB each.
    private static let capacity = 240

    /// How long the first handful may wait for what follows it; each further one waits twice as long.
    private static let patience = Duration.milliseconds(200)

    private let queue = DispatchQueue(label: "thumbnails", qos: .userInitiated)
    private let state = Mutex(State())
    private let noteRead: @Sendable (_ path: String) -> Void
    private let report: @Sendable (AcceptEvent) -> Void

    /// A loader that tells its answers to `report`, and to `noteRead` which photos it could read from
    /// their files, from its own thread.
    init(
        noteRead: @escaping @Sendable (_ path: String) -> Void,
        report: @escaping @Sendable (AcceptEvent) -> Void
    ) {
        self.noteRead = noteRead
        self.report = report
    }

    /// Makes thumbnails ready in place of those asked for before.
    func load(_ requests: [ThumbnailRequest]) {
        state.withLock { $0.waiting = requests.reversed() }
        queue.async { self.work() }
    }

    /// Tells of thumbnails by the handful: a terminal keeps few pictures over one another, and draws the
    /// whole sheet anew when there are more.
    private func work() {
        var made: [AcceptEvent] = []
        var (told, patience) = (ContinuousClock.now, Self.patience)
        while let request = state.withLock({ $0.waiting.popLast() }) {
            made.append(answer(request))
            guard told.duration(to: .now) >= patience else { continue }
            made.forEach(report)
            (made, told) = ([], .now)
            patience *= 2
        }
        made.forEach(report)
    }

    private func answer(_ request: ThumbnailRequest) -> AcceptEvent {
        let made = state.withLock { state in state.made.first { $0.request == request } }
        if let made { return .developed(made) }
        do {
            let thumbnail = try Self.develop(request)
            noteRead(request.image.path)
            state.withLock { state in
                state.made.append(thumbnail)
                if state.made.count > Self.capacity { state.made.removeFirst() }
            }
            return .developed(thumbnail)
        } catch {
            return .developFailed(request, reason: "\(error)")
        }
    }

    private static func develop(_ request: ThumbnailRequest) throws(ImageError) -> Thumbnail {
        let size = request.image.size
        let scale = min(1, request.viewport.scale)
        // The decoder shrinks by eighths while it decodes: a thumbnail costs a fraction of its photo.
        let needed = PixelSize(
            width: max(1, Int((Double(size.width) * scale).rounded(.up))),
            height: max(1, Int((Double(size.height) * scale).rounded(.up))))
        let upright = try PhotoDeveloper.decode(request.image, atLeast: needed)
        return Thumbnail(of: upright, for: request)
    }
}
