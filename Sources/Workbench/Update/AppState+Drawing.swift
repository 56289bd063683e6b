internal import Annotations
internal import HumanReview

extension AppState {
    mutating func performDrawing(_ action: Action) -> [Effect] {
        switch action {
        case .draw: return beginDrawing(.twoCorners)
        case .extremePoints: return beginDrawing(.fourExtremes)
        case .otherCorner: swapCorner()
        case .place: return placePoint()
        default: break
        }
        return []
    }

    mutating func moveCrosshair(_ step: Step) {
        withTask { task in
            guard case .drawing(var drawing) = task.mode, let viewport = task.shownViewport else {
                return
            }
            // On a photo shown smaller than it is, a far step is ten pixels of the screen.
            let far = max(10, Int((10 / viewport.scale).rounded()))
            let delta = task.stored(step, length: step.isFar ? far : 1)
            drawing.crosshair = drawing.crosshair.moved(delta, within: task.image.size)
            task.mode = .drawing(drawing)
            task.viewport?.reveal(drawing.crosshair)
        }
    }

    /// Puts the crosshair on a point of the photo and places it there.
    mutating func place(_ point: PixelPoint) -> [Effect] {
        withTask { task in
            guard case .drawing(var drawing) = task.mode else { return }
            drawing.crosshair = point
            task.mode = .drawing(drawing)
        }
        return placePoint()
    }

    /// The class of a box about to be drawn: the last one chosen, else the model's strongest, else the
    /// first.
    var drawingLabel: String {
        if let activeLabel { return activeLabel }
        let labels = task?.task.instructions.labels
        let strongest = task?.task.detections.max { $0.score < $1.score }?.label
        return strongest.flatMap { labels?.classID(of: $0) == nil ? nil : $0 } ?? labels?.names
            .first
            ?? ""
    }

    private mutating func beginDrawing(_ shape: InputMode.Drawing.Shape) -> [Effect] {
        guard task?.isEditable == true else { return explainReadOnly() }
        withTask { task in
            guard let viewport = task.shownViewport else { return }
            let centre = viewport.storedCorner(
                paneX: Double(viewport.paneSize.width) / 2,
                paneY: Double(viewport.paneSize.height) / 2)
            task.mode = .drawing(InputMode.Drawing(shape: shape, crosshair: centre))
        }
        return []
    }

    private mutating func swapCorner() {
        withTask { task in
            guard case .drawing(var drawing) = task.mode, drawing.shape == .twoCorners,
                let corner = drawing.points.first
            else { return }
            drawing.points = [drawing.crosshair]
            drawing.crosshair = corner
            task.mode = .drawing(drawing)
        }
    }

    private mutating func placePoint() -> [Effect] {
        guard case .drawing(var drawing) = task?.mode else { return [] }
        drawing.points.append(drawing.crosshair)
        let isWhole = drawing.points.count >= drawing.shape.rawValue
        guard isWhole, let outline = drawing.outline else {
            withTask { $0.mode = .drawing(drawing) }
            return []
        }
        guard outline.width > 0, outline.height > 0 else {
            say(.information, "The corners are in line: move the crosshair both ways first")
            return []
        }
        withTask { $0.mode = .normal }
        return finishDrawing(outline)
    }

    /// Adds a drawn box and says how to change its class.
    mutating func finishDrawing(_ box: BoundingBox) -> [Effect] {
        let label = drawingLabel
        let saved = add(.draw, label: label, box: box)
        say(.information, "New \(label); c or a digit changes its class")
        return saved
    }
}

extension PixelPoint {
    func moved(_ delta: PixelPoint, within size: PixelSize) -> PixelPoint {
        PixelPoint(
            x: min(max(x + delta.x, 0), size.width), y: min(max(y + delta.y, 0), size.height))
    }
}
