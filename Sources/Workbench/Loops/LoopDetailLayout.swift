internal import Annotations
internal import Screen

/// Where a loop's photo stands: once or twice side by side, below a line that says whose boxes are on it.
struct LoopDetailLayout {
    /// Columns that a photo needs to be looked at beside another.
    private static let leastColumns = 36

    /// The line above the photos.
    let captions: CellRect
    /// The photo, or the one with the model's boxes and the one with people's.
    let copies: [CellRect]
    /// What is shown, where there may be no room for two.
    let boxes: LoopDetailState.Boxes

    init(_ layout: ScreenLayout, _ wanted: LoopDetailState.Boxes) {
        let pane = layout.pane
        boxes = wanted.shown(whereTwoFit: Self.fitsTwo(pane))
        captions = CellRect(column: pane.column, row: pane.row, columns: pane.columns, rows: 1)
        let below = CellRect(
            column: pane.column, row: pane.row + 1, columns: pane.columns, rows: pane.rows - 1)
        copies = boxes == .beside ? Self.halves(of: below) : [below]
    }

    /// Whether a pane has room for two photos.
    static func fitsTwo(_ pane: CellRect) -> Bool { pane.columns >= 2 * leastColumns + 1 }

    /// Both of the same width, with a column or two between them.
    private static func halves(of rect: CellRect) -> [CellRect] {
        let columns = (rect.columns - 1) / 2
        return [rect.column, rect.endColumn - columns].map {
            CellRect(column: $0, row: rect.row, columns: columns, rows: rect.rows)
        }
    }

    /// Where copies of a photo go, in pixels of a screen.
    func place(_ metrics: ScreenMetrics) -> LoopPhotoPlace {
        LoopPhotoPlace(
            size: PixelSize(
                width: copies[0].columns * metrics.cellWidth,
                height: copies[0].rows * metrics.cellHeight),
            secondX: copies.count < 2
                ? nil : (copies[1].column - copies[0].column) * metrics.cellWidth)
    }
}

extension LoopDetailState.Boxes {
    /// What stands for it in a pane.
    func shown(whereTwoFit fitsTwo: Bool) -> Self { self == .beside && !fitsTwo ? .both : self }

    /// What `b` goes to.
    func next(whereTwoFit fitsTwo: Bool) -> Self {
        switch shown(whereTwoFit: fitsTwo) {
        case .beside: .both
        case .both: .model
        case .model: .people
        case .people: fitsTwo ? .beside : .both
        }
    }
}
