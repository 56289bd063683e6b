internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Does what a key asks for while a loop is looked at.
    mutating func performInLoopDetail(_ action: Action) -> [Effect] {
        switch action {
        case .nextRow: return lookAtNeighbour(by: 1)
        case .previousRow: return lookAtNeighbour(by: -1)
        case .toggleBoxes:
            guard let boxes = loops.detail?.boxes else { return [] }
            loops.detail?.boxes = boxes.next
        default: return performOnLoops(action)
        }
        return []
    }

    /// Looks at the loop under the cursor.
    mutating func openLoop() -> [Effect] {
        guard let name = loops.list.current?.loop.name else { return [] }
        var detail = LoopDetailState(name: name)
        detail.boxes = loops.detail?.boxes ?? .both
        loops.detail = detail
        loops.mode = .detail
        return viewLoop()
    }

    func viewLoop() -> [Effect] {
        loops.detail.map { [.loops(.view(loop: $0.name))] } ?? []
    }

    private mutating func lookAtNeighbour(by offset: Int) -> [Effect] {
        let cursor = loops.list.cursor
        moveLoopCursor(to: cursor + offset)
        guard loops.list.cursor != cursor else {
            say(.information, offset > 0 ? "This is the last loop" : "This is the first loop")
            return []
        }
        return openLoop()
    }

    /// Takes what was read about a loop.
    mutating func receive(_ view: LoopView) {
        guard loops.detail?.name == view.row.loop.name else { return }
        loops.detail?.view = view
        loops.detail?.failure = nil
    }

    mutating func receive(failure error: ReviewError, ofLoop name: String) {
        guard loops.detail?.name == name else { return }
        loops.detail?.failure = error.description
    }

    // MARK: - The photo

    /// Asks for the photo of the loop that is looked at, once.
    mutating func requestLoopPhoto() -> [Effect] {
        guard let image = loops.detail?.view?.row.loop.image, !paneSize.isEmpty else { return [] }
        let request = photoRequest(image, viewport: fitted(image))
        guard request != loops.detail?.requested else { return [] }
        loops.detail?.requested = request
        loops.detail?.photoFailure = nil
        return request == loops.detail?.raster?.request ? [] : [.loadPhoto(request)]
    }

    mutating func receiveInLoops(_ raster: PhotoRaster) {
        guard raster.request == loops.detail?.requested else { return }
        loops.detail?.raster = raster
    }

    mutating func receiveInLoops(_ reason: String, of request: PhotoRequest) -> [Effect] {
        guard request == loops.detail?.requested else { return [] }
        loops.detail?.photoFailure = reason
        loops.detail?.raster = nil
        return [.reportProblem(path: request.image.path, reason: reason)]
    }

    /// The photo of the task may have been asked for while a loop's was waited for, and been dropped.
    mutating func askForPhotoAgain() -> [Effect] {
        withTask { task in
            if task.isWaitingForPhoto { task.requested = nil }
        }
        return []
    }

    // MARK: - In review

    /// Whether the review screen shows a loop of the list.
    var isVisitingLoop: Bool { destination == .review && loops.isVisiting }

    /// Opens the loop under the cursor, or the one that is looked at, in the review screen.
    mutating func visitLoop() -> [Effect] {
        guard let name = loops.detail?.name ?? loops.list.current?.loop.name else { return [] }
        if let task, !task.unsaved.isEmpty || task.submission != nil {
            say(.error, "Not everything is saved yet; g r shows the image under review")
            return []
        }
        let left = leaveTask(.release)
        destination = .review
        pendingKeys = []
        place = .loading
        loops.isVisiting = true
        return left + [.open(loop: name)]
    }

    /// Comes back from the review screen to where the list was.
    mutating func endLoopVisit() -> [Effect] {
        guard isVisitingLoop else { return [] }
        if let task, !task.unsaved.isEmpty || task.submission != nil {
            say(.error, "Not everything is saved yet; free some disk space first")
            return []
        }
        let left = leaveTask(.release)
        passed.remove(task?.task.loop.name ?? "")
        place = .loading
        return left + go(to: .loops)
    }
}

extension LoopDetailState.Boxes {
    /// What `b` goes to.
    fileprivate var next: Self {
        switch self {
        case .both: .model
        case .model: .people
        case .people: .both
        }
    }
}
