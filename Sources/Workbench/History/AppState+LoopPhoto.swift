internal import Annotations
internal import HumanReview
internal import Screen

extension AppState {
    /// Asks for the photo the screen should show, once, whenever it is not the one that is there.
    mutating func requestLoopPhoto() -> [Effect] {
        let place = loopPhotoPlace
        guard !place.size.isEmpty, var photo = loopPhoto else { return [] }
        let viewport = photo.viewport ?? fitted(photo.image, in: place.size)
        var request = photoRequest(photo.image, viewport: viewport)
        request.secondX = place.secondX
        photo.viewport = viewport
        let isNew = request != photo.requested
        if isNew {
            photo.requested = request
            photo.failure = nil
        }
        loopPhoto = photo
        return isNew && request != photo.raster?.request ? [.loadPhoto(request)] : []
    }

    /// The photo of the screen that is shown, where that is a loop's and no task's.
    var loopPhoto: LoopPhoto? {
        get {
            switch destination {
            case .history: history.photo
            case .disputes: disputes.dispute?.photo
            case .loops where loops.mode == .detail: loops.detail?.photo
            default: nil
            }
        }
        set {
            switch destination {
            case .history: history.photo = newValue
            case .disputes: if let newValue { disputes.dispute?.photo = newValue }
            case .loops: loops.detail?.photo = newValue
            default: break
            }
        }
    }

    /// The room that photo has.
    var loopPhotoPlace: LoopPhotoPlace {
        guard destination == .loops, let detail = loops.detail,
            let layout = ScreenLayout(metrics.size)
        else { return LoopPhotoPlace(size: paneSize, secondX: nil) }
        return LoopDetailLayout(layout, detail.boxes).place(metrics)
    }

    /// Hands a photo to whichever screen waits for it.
    mutating func receiveLoopPhoto(_ raster: PhotoRaster) {
        history.photo?.receive(raster)
        disputes.dispute?.photo.receive(raster)
        loops.detail?.photo?.receive(raster)
    }

    mutating func receiveLoopPhoto(failure reason: String, of request: PhotoRequest) {
        let failure = "\(request.image.path): \(reason)"
        history.photo?.receive(failure: failure, of: request)
        disputes.dispute?.photo.receive(failure: failure, of: request)
        loops.detail?.photo?.receive(failure: failure, of: request)
    }

    mutating func forgetLoopPhotos() {
        history.photo?.forget()
        disputes.dispute?.photo.forget()
        loops.detail?.photo?.forget()
    }
}
