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
            query: accept.shown, place: accept.starts.last ?? nil, limit: sheetGrid.count,
            edition: accept.edition)
        guard request != accept.requested else { return [] }
        accept.requested = request
        accept.failure = nil
        return [.accept(.load(request))]
    }

    /// The photos of this sheet, then those of the next one.
    mutating func requestThumbnails() -> [Effect] {
        guard let sheet = accept.sheet else { return [] }
        let wanted = (sheet.items + sheet.contents.following).map {
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

    /// The thumbnail of a whole image or of a box; those of a sheet are all of one size.
    func thumbnailRequest(_ item: SheetItem, _ grid: SheetGrid) -> ThumbnailRequest {
        let photo = grid.photo(0)
        let image = item.image.image
        var viewport = Viewport(
            imageSize: image.size, orientation: image.orientation,
            paneSize: PixelSize(width: photo.width, height: photo.height))
        if let box = item.box { viewport.cutOut(box.detection.box.pixelBox(in: image.size)) }
        return ThumbnailRequest(
            image: image, viewport: viewport, reservedColors: CanvasInk.palette(of: theme))
    }

    mutating func receive(_ contents: SheetContents, for request: SheetRequest) {
        guard request == accept.requested else { return }
        guard !contents.items.isEmpty || accept.starts.count <= 1 else {
            // Everything from here on is decided: what is before it is left.
            return goToPreviousSheet()
        }
        var sheet = AcceptSheet(request, contents)
        if let old = accept.sheet {
            sheet.picked = old.picked
            let cursor = accept.cursor ?? old.selected?.id
            let same = contents.items.firstIndex { $0.id == cursor }
            sheet.select(same ?? (request.place == old.request.place ? old.selection : 0))
        }
        accept.sheet = sheet
        accept.cursor = nil
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
        case .filterClass where accept.card == nil:
            popup = .confidentClasses(Popup.ListSearch())
        case .filterModel where accept.card == nil:
            popup = .confidentModels(Popup.ListSearch())
        case .filterModel: say(.information, "A card shows the boxes of every model version")
        case .cropsOfClass, .filterClass: chooseCard()
        default: break
        }
    }

    mutating func goToNextSheet() {
        guard let sheet = accept.sheet, let last = sheet.items.last,
            !sheet.contents.following.isEmpty
        else { return say(.information, "This is the last sheet") }
        accept.mode = .normal
        accept.starts.append(sheet.request.query.place(of: last))
    }

    mutating func goToPreviousSheet() {
        guard accept.starts.count > 1 else { return say(.information, "This is the first sheet") }
        accept.mode = .normal
        accept.starts.removeLast()
    }

    /// Shows another selection of images or boxes, from its first sheet on.
    mutating func ask(_ change: (inout AcceptState) -> Void) {
        change(&accept)
        accept.starts = [nil]
        accept.mode = .normal
    }

    /// Multiples of 0.05, and of 0.01 from 0.90 on, where most scores are; down to what takes all.
    private mutating func changeSheetThreshold(by steps: Int) {
        let hundredths = Int((accept.threshold * 100).rounded())
        let step = hundredths + min(0, steps) >= 90 ? 1 : 5
        let next = steps > 0 ? hundredths / step + 1 : (hundredths - 1) / step
        let lowest = Int(((accept.sheet?.contents.lowestScore ?? 0) * 100).rounded(.down))
        let wanted = min(max(next * step, 0), 100)
        let score = wanted <= lowest ? 0 : Double(wanted) / 100
        ask {
            if $0.card == nil {
                $0.query.filter.minimumScore = score
            } else {
                $0.card?.query.filter.minimumScore = score
            }
        }
    }

    private mutating func changeOrder() {
        if let card = accept.card {
            ask { $0.card?.query.isWeakestFirst = !card.query.isWeakestFirst }
            return say(
                .information, "The \(card.query.isWeakestFirst ? "surest" : "weakest") first")
        }
        let orders = ConfidentQuery.Order.allCases
        let index = orders.firstIndex(of: accept.query.order) ?? 0
        ask { $0.query.order = orders[(index + 1) % orders.count] }
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
