import Imaging
import Screen

@testable import Terminal

/// A pixel layer, the frames it is asked for, and a terminal that takes what it sends.
struct PixelStage {
    var traits: PixelTraits
    var layer = PixelLayer()
    var terminal: XtermModel
    var rect: CellRect
    var identity = 1
    var canvasWidth = 0
    var canvasHeight = 0
    var boxes: [PixelRect] = []
    var covers: [CellRect] = []
    var usesEncodedPhoto = false
    /// What the cells are covered by in the frame shown last.
    private var shownCovers: [CellRect] = []

    init(
        rect: CellRect = CellRect(column: 2, row: 2, columns: 12, rows: 8),
        size: CellSize = CellSize(columns: 20, rows: 14),
        cell: PixelExtent = PixelExtent(width: 3, height: 4), hasImageSlots: Bool = true
    ) {
        traits = PixelTraits(screen: size, cell: cell, hasImageSlots: hasImageSlots)
        terminal = XtermModel(
            columns: size.columns, rows: size.rows, cellWidth: cell.width, cellHeight: cell.height)
        self.rect = rect
        canvasWidth = rect.columns * cell.width - 2
        canvasHeight = rect.rows * cell.height - 3
    }

    /// The photo alone: colours that change with its identity.
    var photo: IndexedCanvas {
        let palette = (0..<64).map { RGBColor(red: UInt8($0 * 4), green: UInt8(identity), blue: 9) }
        let indices = (0..<(canvasWidth * canvasHeight)).map { UInt8(($0 * 7 + identity) % 60) }
        return IndexedCanvas(
            width: canvasWidth, height: canvasHeight, palette: palette, indices: indices)
    }

    var canvas: IndexedCanvas {
        var canvas = photo
        for (index, box) in boxes.enumerated() {
            canvas.stroke(box, thickness: 2, with: UInt8(60 + index % 4))
        }
        return canvas
    }

    var target: PixelTarget? {
        let photo = photo
        return PixelTarget(
            ImagePane(
                rect: rect, identity: identity, photo: photo, canvas: canvas,
                encodedPhoto: usesEncodedPhoto ? SixelEncoder.encode(photo) : []),
            covers: covers, traits: traits)
    }

    /// Shows the frame as a session does: cells that changed, between what scrolls and the images.
    mutating func show() { send(layer.plan(for: target, traits: traits)) }

    /// Shows the frame's cells while the terminal is behind.
    mutating func showCellsOnly() {
        layer.textDrawn(for: target)
        writeCells()
    }

    /// Lets the picture come to rest; how many steps that took.
    @discardableResult mutating func settle() -> Int {
        var steps = 0
        while let target, layer.settlingDelay(traits: traits, target: target) != nil, steps < 50 {
            send(layer.settle(target, traits: traits))
            steps += 1
        }
        return steps
    }

    private mutating func send(_ plan: PixelPlan) {
        terminal.take(plan.scrollOut)
        for row in plan.spoiledRows ?? 0..<0 {
            terminal.write(column: 0, row: row, columns: traits.screen.columns)
        }
        writeCells()
        for blank in plan.blanks {
            terminal.write(column: blank.column, row: blank.row, columns: blank.columns)
        }
        terminal.take(plan.images)
    }

    /// Covers come and go as text over their cells, whole.
    private mutating func writeCells() {
        for cover in shownCovers + covers {
            for row in cover.row..<cover.endRow {
                terminal.write(column: cover.column, row: row, columns: cover.columns)
            }
        }
        shownCovers = covers
    }

    /// What the screen should show: the canvas, but where text covers it.
    var expected: [Int?] {
        var pixels = [Int?](repeating: nil, count: terminal.width * terminal.height)
        guard let target else { return pixels }
        let colors = target.canvas.palette.map {
            percent($0.red) << 16 | percent($0.green) << 8 | percent($0.blue)
        }
        let covered = target.covered
        for y in 0..<target.canvas.height {
            let line = (target.rect.row * traits.cell.height + y) * terminal.width
            for x in 0..<target.canvas.width where !covered.contains(x: x, y: y) {
                let index = Int(target.canvas.indices[y * target.canvas.width + x])
                pixels[line + target.rect.column * traits.cell.width + x] = colors[index]
            }
        }
        return pixels
    }

    private func percent(_ level: UInt8) -> Int { (Int(level) * 100 + 127) / 255 }
}
