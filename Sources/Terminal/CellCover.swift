internal import Imaging

/// The whole cells that hold some pixels, as few rectangles as runs of equal rows make.
nonisolated struct CellCover {
    var pixels: DirtyRegion
    var cell: PixelExtent
    var canvas: PixelRect

    /// Rectangles of the canvas that begin at cells, from the top.
    var rectangles: [PixelRect] {
        var open: [PixelRect] = []
        var closed: [PixelRect] = []
        let bounds = pixels.bounds
        guard !bounds.isEmpty else { return [] }
        for row in (bounds.y / cell.height)...((bounds.endY - 1) / cell.height) {
            var next: [PixelRect] = []
            for run in runs(inCellRow: row) {
                let rect = PixelRect(
                    x: run.x, y: row * cell.height, width: run.width, height: cell.height)
                if let index = open.firstIndex(where: { $0.x == rect.x && $0.width == rect.width })
                {
                    var grown = open.remove(at: index)
                    grown.height += cell.height
                    next.append(grown)
                } else {
                    next.append(rect)
                }
            }
            closed += open
            open = next
        }
        return (closed + open).map { $0.intersection(canvas) }
    }

    /// The cells of a row that hold pixels, as runs in pixels.
    private func runs(inCellRow row: Int) -> [(x: Int, width: Int)] {
        var columns: Set<Int> = []
        for y in (row * cell.height)..<((row + 1) * cell.height) {
            for run in pixels.runs(inRow: y) {
                columns.formUnion((run.x / cell.width)...((run.endX - 1) / cell.width))
            }
        }
        var runs: [(x: Int, width: Int)] = []
        for column in columns.sorted() {
            if let last = runs.last, last.x + last.width == column * cell.width {
                runs[runs.count - 1].width += cell.width
            } else {
                runs.append((column * cell.width, cell.width))
            }
        }
        return runs
    }
}
