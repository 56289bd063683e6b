import Dispatch
import HumanReview
import Synchronization
import Workbench

/// Decodes photos on a thread of its own: the one the reviewer waits for first, likely next ones after.
nonisolated final class PhotoLoader: Sendable {
    private struct State {
        var wanted: PhotoRequest?
        var prefetching: [PhotoRequest] = []
        var cache = PhotoCache()
        var lastIdentity = 0
    }

    private let queue = DispatchQueue(label: "photos", qos: .userInitiated)
    private let state = Mutex(State())
    private let developer = PhotoDeveloper()
    private let report: @Sendable (Event) -> Void

    /// A loader that tells its answers to `report`, from its own thread.
    init(report: @escaping @Sendable (Event) -> Void) { self.report = report }

    /// The raster of a request if it is at hand; otherwise it is reported when it is ready.
    ///
    /// A later request takes the place of one not yet begun: only the last is worth waiting for.
    func load(_ request: PhotoRequest) -> PhotoRaster? {
        let ready = state.withLock { state in
            let raster = state.cache.raster(for: request)
            state.wanted = raster == nil ? request : nil
            return raster
        }
        if ready == nil { queue.async { self.work() } }
        return ready
    }

    /// Makes rasters ready that may be wanted soon, in place of earlier such requests.
    func prefetch(_ requests: [PhotoRequest]) {
        state.withLock { $0.prefetching = requests }
        queue.async { self.work() }
    }

    private func work() {
        while let (request, isWanted) = next() {
            let event = develop(request, isWanted: isWanted)
            if isWanted { report(event) }
        }
    }

    private func next() -> (PhotoRequest, isWanted: Bool)? {
        state.withLock { state in
            if let wanted = state.wanted {
                state.wanted = nil
                return (wanted, true)
            }
            while !state.prefetching.isEmpty {
                let request = state.prefetching.removeFirst()
                if state.cache.raster(for: request) == nil { return (request, false) }
            }
            return nil
        }
    }

    private func develop(_ request: PhotoRequest, isWanted: Bool) -> Event {
        if let raster = state.withLock({ $0.cache.raster(for: request) }) {
            return .photoReady(raster)
        }
        do {
            let (canvas, sixel) = try developer.develop(request, keepsDecoded: isWanted)
            return state.withLock { state in
                state.lastIdentity += 1
                let raster = PhotoRaster(
                    request: request, identity: state.lastIdentity, canvas: canvas, sixel: sixel)
                state.cache.insert(raster)
                return .photoReady(raster)
            }
        } catch {
            return .photoFailed(request, reason: "\(error)")
        }
    }
}
