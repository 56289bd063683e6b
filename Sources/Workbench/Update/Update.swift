internal import HumanReview
internal import Screen

/// Applies one event to the state and returns the work it calls for, to be done in order.
///
/// This is the whole behaviour of the workstation: it reads no clock, file or terminal.
package func update(_ state: inout AppState, _ event: Event) -> [Effect] {
    let (screen, message) = (state.destination, state.message)
    let effects = state.handle(event)
    state.forget(message, from: screen)
    // The photo comes first: it is made on another thread while the rest is done on this one.
    return state.requestPhoto() + effects + state.requestForAccept() + state.requestForLoops()
        + state.requestLoopPhoto()
}

extension AppState {
    fileprivate mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .started: return start()
        case .key(let key): return press(key)
        case .mouse(let mouse): return handleOnScreen(mouse)
        case .pasted(let text): return paste(text)
        case .resized(let metrics): return resize(to: metrics)
        case .clock(let time): return advance(to: time)
        case .heartbeat: return beat()
        case .resumed: return [.redraw] + beat()
        case .terminated: return leave()
        default: return handle(answer: event)
        }
    }

    /// What was said on a screen that was just left is about what was done there; what was said on leaving
    /// it stays.
    fileprivate mutating func forget(_ said: Message?, from screen: Destination) {
        if destination != screen, message == said { message = nil }
    }

    private mutating func handle(answer: Event) -> [Effect] {
        switch answer {
        case .claimed(let claim): return receive(claim)
        case .opened(let task): return show(task)
        case .openFailed(let error): return fail(error)
        case .committed(let loop, let count): return noteSaved(loop: loop, count: count)
        case .commitFailed(let loop, let error), .leaseFailed(let loop, let error),
            .submitFailed(let loop, let error):
            return noteFailure(loop: loop, error)
        case .submitted(let loop): return noteSubmitted(loop)
        case .summarized(let summary): return receive(summary)
        case .queueProgressed(let progress): queue = progress
        case .loopStarted: return lookForTask()
        case .queueFailed(let reason): say(.error, reason)
        // What is on the screen goes on: this is for the lead to know.
        case .reportFailed(let error): say(.error, error.description)
        case .upcoming(let loops):
            upcoming = loops
            return prefetch()
        case .history(let loops): receive(history: loops)
        case .accept(let event): return receive(event)
        case .loops(let event): return receive(event)
        case .teams(let event): return receive(event)
        case .photoReady(let raster):
            receive(raster)
            receiveLoopPhoto(raster)
        case .photoFailed(let request, let reason):
            let reports = reportProblem(with: request, reason)
            receiveLoopPhoto(failure: reason, of: request)
            return receive(failure: reason, of: request) + reports
        default: break
        }
        return []
    }

    private mutating func start() -> [Effect] {
        let entered = destination == .review ? [.claimNext(excluding: [])] : enter(destination)
        return entered + [
            .refreshSummary, .loadHistory, refreshUpcoming, .refreshQueue, .teams(.readPermissions),
        ]
    }

    private mutating func handleOnScreen(_ mouse: MouseEvent) -> [Effect] {
        switch destination {
        case .review: handle(mouse)
        case .accept: handleInAccept(mouse)
        case .loops: handleInLoops(mouse)
        case .disputes: handleInDisputes(mouse)
        case .history: handleInHistory(mouse)
        }
    }

    private mutating func resize(to metrics: ScreenMetrics) -> [Effect] {
        guard metrics != self.metrics else { return [] }
        self.metrics = metrics
        forgetLoopPhotos()
        withTask { task in
            task.viewport = nil
            task.raster = nil
            task.requested = nil
            task.endGesture()
        }
        keepLoopInSight()
        return prefetch()
    }

    private mutating func advance(to time: Timestamp) -> [Effect] {
        now = time
        if let message, message.isOver(at: time) { self.message = nil }
        return saveAgain() + lookAround()
    }
}
