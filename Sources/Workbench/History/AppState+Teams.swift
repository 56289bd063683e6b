internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Takes an answer; it may come when another screen is shown.
    mutating func receive(_ event: TeamsEvent) -> [Effect] {
        switch event {
        case .disputes(let loops, let total): return receive(disputes: loops, total: total)
        case .history(let history): receive(history)
        case .settled(let loop): return noteSettled(loop)
        case .sentBack(let loop, let revision): return noteSentBack(loop, revision)
        case .failed(let effect, let error): fail(effect, error)
        }
        return []
    }

    /// Asks for the photo the screen should show, once, whenever it is not the one that is there.
    mutating func requestForTeams() -> [Effect] {
        guard !paneSize.isEmpty, var photo = loopPhoto else { return [] }
        let viewport = photo.viewport ?? fitted(photo.image)
        let request = photoRequest(photo.image, viewport: viewport)
        photo.viewport = viewport
        let isNew = request != photo.requested
        if isNew {
            photo.requested = request
            photo.failure = nil
        }
        loopPhoto = photo
        return isNew && request != photo.raster?.request ? [.loadPhoto(request)] : []
    }

    /// The photo of the screen that is shown, where that is history or disputes.
    var loopPhoto: LoopPhoto? {
        get {
            switch destination {
            case .history: history.photo
            case .disputes: disputes.dispute?.photo
            default: nil
            }
        }
        set {
            switch destination {
            case .history: history.photo = newValue
            case .disputes: if let newValue { disputes.dispute?.photo = newValue }
            default: break
            }
        }
    }

    /// Hands a photo to whichever screen waits for it.
    mutating func receiveForTeams(_ raster: PhotoRaster) {
        history.photo?.receive(raster)
        disputes.dispute?.photo.receive(raster)
    }

    mutating func receiveForTeams(failure reason: String, of request: PhotoRequest) {
        history.photo?.receive(failure: reason, of: request)
        disputes.dispute?.photo.receive(failure: reason, of: request)
    }

    mutating func forgetLoopPhotos() {
        history.photo?.forget()
        disputes.dispute?.photo.forget()
    }

    private mutating func receive(_ history: LoopHistory) {
        let name = history.loop.name
        if self.history.loopName == name { self.history.show(history) }
        if disputes.current?.loop.name == name { disputes.show(history) }
    }

    private mutating func fail(_ effect: TeamsEffect, _ error: ReviewError) {
        say(.error, error.description)
        switch effect {
        case .readDisputes: disputes.failure = error.description
        case .readHistory(let loop):
            if history.loopName == loop { history.failure = error.description }
            if disputes.current?.loop.name == loop { disputes.failure = error.description }
        case .settle: disputes.dispute?.isSubmitting = false
        case .sendBack: break
        }
    }
}
