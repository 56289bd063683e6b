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
            showNextBoxes()
        case _ where action.topic == .view: loops.detail?.photo?.zoom(action, to: nil)
        default: return performOnLoops(action)
        }
        return []
    }

    /// Looks at the loop under the cursor.
    mutating func openLoop() -> [Effect] {
        guard let name = loops.list.current?.loop.name else { return [] }
        var detail = LoopDetailState(name: name)
        detail.boxes = loops.detail?.boxes ?? detail.boxes
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
        let image = view.row.loop.image
        if loops.detail?.photo?.image != image { loops.detail?.photo = LoopPhoto(image: image) }
    }

    mutating func receive(failure error: ReviewError, ofLoop name: String) {
        guard loops.detail?.name == name else { return }
        loops.detail?.failure = error.description
    }

    // MARK: - The photo

    private mutating func showNextBoxes() {
        guard let layout = ScreenLayout(metrics.size), let boxes = loops.detail?.boxes else {
            return
        }
        loops.detail?.boxes = boxes.next(
            whereTwoFit: LoopDetailLayout.fitsTwo(layout.pane))
        let place = loopPhotoPlace
        // A photo of another size is asked for anew; in the same room the zoom stays.
        if place.size != loops.detail?.photo?.viewport?.paneSize { loops.detail?.photo?.forget() }
    }

    func reportProblem(with request: PhotoRequest, _ reason: String) -> [Effect] {
        guard request == loops.detail?.photo?.requested else { return [] }
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
