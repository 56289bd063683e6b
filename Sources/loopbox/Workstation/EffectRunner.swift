import HumanReview
import Workbench

/// Performs effects that need the store and the photo loader, answering with events.
///
/// The store is asked on the calling thread, so that an edit is saved before the next key is read.
struct EffectRunner {
    let store: any WorkstationStore
    let worker: Worker
    let photos: PhotoLoader
    let accept: AcceptRunner
    let loops: LoopsRunner
    let teams: TeamsRunner

    /// Performs an effect; answers that take longer come through the photo loader's report.
    func perform(_ effect: Effect) -> [Event] {
        switch effect {
        case .loadPhoto(let request): photos.load(request).map { [.photoReady($0)] } ?? []
        case .prefetch(let requests): prefetch(requests)
        case .claimNext, .open: openTask(effect)
        case .commit, .submit, .renew, .end: write(effect)
        case .refreshSummary, .refreshQueue, .refreshUpcoming, .loadHistory: read(effect)
        case .reportProblem(let path, let reason):
            start { accept.report(path: path, reason: reason) }
        case .accept(let effect): start { accept.perform(effect) }
        case .loops(let effect): start { loops.perform(effect) }
        case .teams(let effect): start { teams.perform(effect) }
        case .redraw, .quit: []
        }
    }

    /// Begins work whose answers come through the mailbox.
    private func start(_ work: () -> Void) -> [Event] {
        work()
        return []
    }

    private func prefetch(_ requests: [PhotoRequest]) -> [Event] {
        photos.prefetch(requests)
        return []
    }

    private func openTask(_ effect: Effect) -> [Event] {
        answer({ .openFailed($0) }) {
            switch effect {
            case .claimNext(let excluded):
                .claimed(
                    try store.claimNext(for: worker, at: SystemClock.now, excluding: excluded))
            case .open(let loop):
                .opened(try store.open(loop, for: worker, at: SystemClock.now))
            default: nil
            }
        }
    }

    private func write(_ effect: Effect) -> [Event] {
        switch effect {
        case .commit(let edits, let position, let lease):
            answer({ .commitFailed(loop: lease.loopName, $0) }) {
                try store.append(edits, at: position, under: lease)
                return .committed(loop: lease.loopName, count: edits.count)
            }
        case .submit(let answer, let lease):
            self.answer({ .submitFailed(loop: lease.loopName, $0) }) {
                .submitted(try store.submit(answer, under: lease))
            }
        case .renew(let lease):
            answer({ .leaseFailed(loop: lease.loopName, $0) }) {
                try store.renew(lease)
                return nil
            }
        case .end(let lease, let ending):
            answer({ $0.isEndOfLease ? nil : .openFailed($0) }) {
                try store.end(lease, ending)
                return nil
            }
        default: []
        }
    }

    private func read(_ effect: Effect) -> [Event] {
        answer({ .openFailed($0) }) {
            switch effect {
            case .refreshSummary: .summarized(try store.summary(for: worker))
            case .refreshQueue: .queueProgressed(try store.queueProgress(at: SystemClock.now))
            case .refreshUpcoming(let limit):
                .upcoming(try store.upcoming(for: worker, limit: limit))
            case .loadHistory: .history(try store.history(of: worker, limit: 200))
            default: nil
            }
        }
    }

    private func answer(_ failed: (ReviewError) -> Event?, _ body: () throws -> Event?) -> [Event] {
        do {
            return try body().map { [$0] } ?? []
        } catch {
            return failed(ReviewError(ofWorkspace: error)).map { [$0] } ?? []
        }
    }
}

extension ReviewError {
    /// Whether a lease that was to be ended has ended already, which is what was wanted.
    fileprivate var isEndOfLease: Bool {
        switch self {
        case .leaseLost, .stale, .ended: true
        case .unknownLoop, .unknownModel, .notPermitted, .notInTeam, .refused, .decisionStands,
            .full,
            .storage:
            false
        }
    }
}
