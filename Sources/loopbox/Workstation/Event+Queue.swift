import HumanReview
import ReviewStore
import Workbench

nonisolated extension Event {
    /// What the screen makes of a report of its background queue, or nil when that shows by itself.
    init?(_ report: QueueReport) {
        switch report {
        case .routed(let image) where image.isLoop: self = .loopStarted
        case .delayed(let reason), .ended(let reason?): self = .queueFailed(reason: reason)
        case .problem(let path, let reason): self = .queueFailed(reason: "\(path): \(reason)")
        case .inService, .routed, .ended: return nil
        }
    }
}
