internal import Imaging
internal import Annotations
internal import HumanReview

/// Which sheet is shown, and what is asked for to show it.
extension AppState {
    /// Where the thumbnails are on this screen.
    var sheetGrid: SheetGrid {
        SheetGrid(columns: accept.columns, pane: paneSize, metrics: metrics)
    }

    mutating func requestSheet() -> [Effect] {
        guard accept.deciding == nil else { return [] }
        let request = SheetRequest(
            query: accept.query, place: accept.starts.last ?? nil, limit: sheetGrid.count,
            edition: accept.edition)
        guard request != accept.requested else { return [] }
        accept.requested = request
        accept.failure = nil
        return [.accept(.load(request))]
    }

    /// The photos of this sheet, then those of the next one.
    mutating func requestThumbnails() -> [Effect] {
        guard let sheet = accept.sheet else { return [] }
        let wanted = (sheet.images + sheet.contents.following).map {
            thumbnailRequest($0, sheetGrid)
        }
        guard wanted != accept.developing else { return [] }
        accept.developing = wanted
        let kept = Set(wanted)
        accept.thumbnails = accept.thumbnails.filter { kept.contains($0.key) }
        accept.spoiled = accept.spoiled.filter { kept.contains($0.key) }
        let missing = wanted.filter {
            accept.thumbnails[$0] == nil && accept.spoiled[$0] == nil
        }
        return missing.isEmpty ? [] : [.accept(.develop(missing))]
    }

    /// The thumbnail of a whole image; those of a sheet are all of one size.
    func thumbnailRequest(_ image: ConfidentImage, _ grid: SheetGrid) -> ThumbnailRequest {
        let photo = grid.photo(0)
        return ThumbnailRequest(
            image: image.image,
            viewport: Viewport(
                imageSize: image.image.size, orientation: image.image.orientation,
                paneSize: PixelSize(width: photo.width, height: photo.height)),
            reservedColors: CanvasInk.palette(of: theme))
    }

    mutating func receive(_ contents: SheetContents, for request: SheetRequest) {
        guard request == accept.requested else { return }
        guard !contents.images.isEmpty || accept.starts.count <= 1 else {
            // Everything from here on is decided: what is before it is left.
            return goToPreviousSheet()
        }
        var sheet = AcceptSheet(request, contents)
        if let old = accept.sheet {
            sheet.picked = old.picked
            let same = old.selected.flatMap { selected in
                contents.images.firstIndex { $0.image.id == selected.image.id }
            }
            sheet.select(same ?? (request.place == old.request.place ? old.selection : 0))
        }
        accept.sheet = sheet
    }

    mutating func performOnQuery(_ action: Action) {
        switch action {
        case .nextSheet: goToNextSheet()
        case .previousSheet: goToPreviousSheet()
        case .lowerThreshold: changeSheetThreshold(by: -1)
        case .raiseThreshold: changeSheetThreshold(by: 1)
        case .changeOrder: changeOrder()
        case .largerCells: changeColumns(by: -1)
        case .smallerCells: changeColumns(by: 1)
        case .filterClass: popup = .confidentClasses(Popup.ListSearch())
        case .filterModel: popup = .confidentModels(Popup.ListSearch())
        default: break
        }
    }

    mutating func goToNextSheet() {
        guard let sheet = accept.sheet, let last = sheet.images.last,
            !sheet.contents.following.isEmpty
        else { return say(.information, "This is the last sheet") }
        accept.mode = .normal
        accept.starts.append(last.place(in: sheet.request.query.order))
    }

    mutating func goToPreviousSheet() {
        guard accept.starts.count > 1 else { return say(.information, "This is the first sheet") }
        accept.mode = .normal
        accept.starts.removeLast()
    }

    /// Shows another selection of images, from its first sheet on.
    mutating func ask(_ change: (inout ConfidentQuery) -> Void) {
        change(&accept.query)
        accept.starts = [nil]
        accept.mode = .normal
    }

    /// Steps of 0.05, and of 0.01 from 0.90 on, where most scores are.
    private mutating func changeSheetThreshold(by steps: Int) {
        let hundredths = Int((accept.query.filter.minimumScore * 100).rounded())
        let step = hundredths + min(0, steps) >= 90 ? 1 : 5
        let wanted = min(max(hundredths + steps * step, 0), 100)
        ask { $0.filter.minimumScore = Double(wanted) / 100 }
    }

    private mutating func changeOrder() {
        let orders = ConfidentQuery.Order.allCases
        let index = orders.firstIndex(of: accept.query.order) ?? 0
        ask { $0.order = orders[(index + 1) % orders.count] }
        say(.information, "Sorted by \(accept.query.order.title)")
    }

    private mutating func changeColumns(by count: Int) {
        let choices = SheetGrid.columnChoices
        let wanted = sheetGrid.columns + count
        accept.columns = min(max(wanted, choices.lowerBound), choices.upperBound)
    }
}

extension ConfidentQuery.Order {
    /// What the order is called on the screen.
    var title: String {
        switch self {
        case .score: "score"
        case .label: "class"
        case .model: "model"
        case .age: "age"
        case .classMix: "what is on it"
        }
    }
}
