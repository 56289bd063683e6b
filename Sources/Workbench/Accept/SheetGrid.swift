internal import Annotations
internal import Imaging
internal import Screen

/// Where the thumbnails of a sheet and their captions are, in pixels of the pane.
struct SheetGrid: Hashable {
    let columns: Int
    let rows: Int
    private let cellWidth: Int
    private let cellHeight: Int
    private let captionHeight: Int
    private let frame: Int

    /// The most thumbnails on one sheet.
    static let most = 60
    /// Thumbnails across, from the largest to the smallest.
    static let columnChoices = 2...10

    /// As many rows as fit under so many columns, for photos that are four wide and three high.
    ///
    /// - Parameters:
    ///   - wanted: thumbnails across; nil for what suits the screen.
    ///   - pane: the pane's size in its own pixels.
    ///   - metrics: the screen's.
    init(columns wanted: Int?, pane: PixelSize, metrics: ScreenMetrics) {
        let isCoarse = metrics.renderer == .halfBlocks
        frame = isCoarse ? 1 : 3
        captionHeight = isCoarse ? metrics.cellHeight : BitmapFont.small.height + 4
        let columns = wanted ?? Self.suitable(pane: pane, isCoarse: isCoarse)
        self.columns = min(
            max(columns, Self.columnChoices.lowerBound), Self.columnChoices.upperBound)
        cellWidth = max(1, pane.width / self.columns)
        let around = 2 * frame + captionHeight
        let high = max(1, (cellWidth - 2 * frame) * 3 / 4 + around)
        let rows = max(1, min((pane.height + high / 2) / high, Self.most / self.columns))
        self.rows = pane.height / rows > around + 2 ? rows : 1
        let height = max(1, pane.height / self.rows)
        // A caption of text begins on a row of cells.
        cellHeight = isCoarse ? height - height % max(1, metrics.cellHeight) : height
    }

    var count: Int { columns * rows }

    /// The place of a thumbnail with its caption and frame.
    func cell(_ index: Int) -> PixelRect {
        PixelRect(
            x: index % columns * cellWidth, y: index / columns * cellHeight, width: cellWidth,
            height: cellHeight)
    }

    /// The place of its photo.
    func photo(_ index: Int) -> PixelRect {
        let cell = cell(index)
        return PixelRect(
            x: cell.x + frame, y: cell.y + frame, width: cell.width - 2 * frame,
            height: cell.height - 2 * frame - captionHeight)
    }

    /// The place of its caption.
    func caption(_ index: Int) -> PixelRect {
        let cell = cell(index)
        return PixelRect(
            x: cell.x + frame, y: cell.endY - frame - captionHeight,
            width: cell.width - 2 * frame, height: captionHeight)
    }

    /// The thumbnail at a pixel of the pane, or nil.
    func index(x: Int, y: Int) -> Int? {
        (0..<count).first { cell($0).contains(x: x, y: y) }
    }

    var frameWidth: Int { frame }

    /// About two dozen where there are pixels, fewer where cells stand for them or a caption would not fit.
    private static func suitable(pane: PixelSize, isCoarse: Bool) -> Int {
        min(max(pane.width / (isCoarse ? 22 : 80), 2), 5)
    }
}
