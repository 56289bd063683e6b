internal import Annotations
internal import HumanReview
internal import Imaging
internal import Screen

/// Composes a sheet of thumbnails, with their boxes and captions, into one canvas.
struct SheetCanvas {
    let state: AppState
    let sheet: AcceptSheet
    let grid: SheetGrid
    private(set) var canvas: IndexedCanvas
    /// Nil where cells stand for pixels: there captions are text.
    let font: BitmapFont?

    /// An empty sheet of the pane's size.
    init(state: AppState, sheet: AcceptSheet, grid: SheetGrid) {
        self.state = state
        self.sheet = sheet
        self.grid = grid
        canvas = IndexedCanvas(
            width: state.paneSize.width, height: state.paneSize.height,
            palette: SheetPalette.colors(after: CanvasInk.palette(of: state.theme)),
            filledWith: CanvasInk.surround)
        font = state.metrics.renderer == .sixel ? .small : nil
    }

    /// Draws what is known of the sheet.
    mutating func draw() {
        for index in sheet.items.indices.prefix(grid.count) {
            drawPhoto(index)
            drawBoxes(index)
            if isPicked(index) { drawPicked(index) }
            drawCaption(index)
            drawFrame(index)
            drawHint(index)
        }
    }

    private func isPicked(_ index: Int) -> Bool {
        sheet.isPicked(sheet.items[index].id)
    }

    private mutating func drawPhoto(_ index: Int) {
        let photo = grid.photo(index)
        let request = state.thumbnailRequest(sheet.items[index], grid)
        if let thumbnail = state.accept.thumbnails[request] {
            return canvas.paste(thumbnail.canvas, x: photo.x, y: photo.y)
        }
        guard let font else { return }
        let text = state.accept.spoiled[request] == nil ? "..." : "no photo"
        canvas.draw(
            text, x: photo.x + max(0, photo.width - font.width(of: text)) / 2,
            y: photo.y + photo.height / 2 - font.height / 2, font: font,
            with: CanvasInk.unknownClass)
    }

    /// All boxes of an image; of a crop the one it is about, whose class the card tells.
    private mutating func drawBoxes(_ index: Int) {
        let photo = grid.photo(index)
        let item = sheet.items[index]
        let viewport = state.thumbnailRequest(item, grid).viewport
        let detections = item.box.map { [$0.detection] } ?? item.image.detections
        // The strongest last, so that its plate is on top.
        for (place, detection) in detections.enumerated().sorted(by: {
            $0.element.score < $1.element.score
        }) {
            let pane = viewport.pane(detection.box.pixelBox(in: item.image.image.size))
            let rect = PixelRect(
                x: photo.x + Int(pane.left.rounded()), y: photo.y + Int(pane.top.rounded()),
                width: max(2, Int(pane.width.rounded())), height: max(2, Int(pane.height.rounded()))
            ).intersection(photo)
            let isAccepted = item.box == nil && item.image.accepted.contains(place)
            let id = isAccepted ? nil : classID(of: detection.label)
            stroke(rect, with: CanvasInk.ofClass(id, theme: state.theme))
            guard item.box == nil else { continue }
            drawPlate(
                isAccepted ? detection.label + " ok" : detection.label, id: id, on: rect, in: photo)
        }
    }

    private func classID(of label: String) -> Int? {
        sheet.contents.facets.classes.classID(of: label)
    }

    private mutating func stroke(_ rect: PixelRect, with ink: UInt8) {
        canvas.stroke(rect, thickness: 1, with: ink)
        guard font != nil else { return }
        // A dark line inside tells the box from a photo of its colour.
        let inner = PixelRect(
            x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2)
        canvas.stroke(inner, thickness: 1, with: CanvasInk.shadow)
    }

    /// The class in the box's corner, where the box is large enough not to be hidden by it.
    private mutating func drawPlate(
        _ label: String, id: Int?, on rect: PixelRect, in photo: PixelRect
    ) {
        guard let font else { return }
        let width = font.width(of: label) + 2
        guard width <= photo.width, rect.width * rect.height >= width * (font.height + 1) * 2 else {
            return
        }
        let plate = PixelRect(
            x: min(rect.x, photo.endX - width), y: rect.y, width: width, height: font.height + 1)
        let isLight = state.theme.textColor(onClass: id) == state.theme.outlineLight
        canvas.fill(plate.intersection(photo), with: CanvasInk.ofClass(id, theme: state.theme))
        canvas.draw(
            label, x: plate.x + 1, y: plate.y + 1, font: font,
            with: isLight ? CanvasInk.light : CanvasInk.shadow)
    }

    /// What was picked off is dark and crossed out.
    private mutating func drawPicked(_ index: Int) {
        let photo = grid.photo(index)
        let first = canvas.palette.count - SheetPalette.dimmed.count
        for y in photo.y..<photo.endY {
            for position in (y * canvas.width + photo.x)..<(y * canvas.width + photo.endX) {
                let color = Int(canvas.indices[position]) - first
                guard SheetPalette.dimmed.indices.contains(color) else { continue }
                canvas.indices[position] = UInt8(first + SheetPalette.dimmed[color])
            }
        }
        for y in 0..<photo.height {
            let x = y * photo.width / max(1, photo.height)
            for left in [photo.x + x, photo.endX - 2 - x] {
                let step = PixelRect(x: left, y: photo.y + y, width: 2, height: 1)
                canvas.fill(step.intersection(photo), with: CanvasInk.crosshair)
            }
        }
    }

    private mutating func drawCaption(_ index: Int) {
        guard let font else { return }
        let rect = grid.caption(index)
        let isCurrent = index == sheet.selection
        canvas.fill(rect, with: isCurrent ? CanvasInk.hintBackground : CanvasInk.surround)
        let room = max(0, (rect.width - 2) / font.width)
        let text = SheetCaption(sheet.items[index], isPicked: isPicked(index)).text(width: room)
        canvas.draw(
            text, x: rect.x + 1, y: rect.y + 2, font: font,
            with: isCurrent
                ? CanvasInk.hintText
                : isPicked(index) ? CanvasInk.unknownClass : captionInk)
    }

    /// What is read on the surround, which is light in a light theme.
    private var captionInk: UInt8 {
        let theme = state.theme
        let isDark =
            theme.outlineLight.contrast(with: theme.surround)
            >= theme.outlineShadow.contrast(with: theme.surround)
        return isDark ? CanvasInk.light : CanvasInk.shadow
    }

    private mutating func drawFrame(_ index: Int) {
        let cell = grid.cell(index)
        if index == sheet.selection {
            canvas.stroke(
                cell, thickness: grid.frameWidth - (font == nil ? 0 : 1),
                with: CanvasInk.hintBackground)
        } else if state.isChosen(index) {
            canvas.stroke(cell, thickness: 1, with: CanvasInk.crosshair)
        }
    }

    private mutating func drawHint(_ index: Int) {
        guard let font, let hint = state.sheetHint(index) else { return }
        let photo = grid.photo(index)
        let plate = PixelRect(
            x: photo.x + 2, y: photo.y + 2, width: font.width(of: hint) + 4,
            height: font.height + 3)
        canvas.fill(plate.intersection(photo), with: CanvasInk.hintBackground)
        canvas.draw(
            hint, x: plate.x + 3, y: plate.y + 2, font: font, with: CanvasInk.hintText)
    }
}

extension AppState {
    /// Whether the next key is about a thumbnail that was selected for it.
    func isChosen(_ index: Int) -> Bool {
        switch accept.mode {
        case .everything: true
        case .range(let start):
            accept.sheet.map {
                (min(start, $0.selection)...max(start, $0.selection)).contains(index)
            } == true
        case .normal, .hint: false
        }
    }

    /// The letters that jump to a thumbnail, while a jump is being typed.
    func sheetHint(_ index: Int) -> String? {
        guard case .hint(let typed) = accept.mode, let sheet = accept.sheet else { return nil }
        let labels = HintLabels.labels(count: sheet.items.count)
        return labels.indices.contains(index) && labels[index].hasPrefix(typed)
            ? labels[index] : nil
    }
}
