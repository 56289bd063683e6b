extension TerminalCapabilities {
    /// A cell's pixels, by the best of what the terminal told.
    ///
    /// The sixel area is exact in xterm unless it was clipped to the largest image; a cell's own
    /// report is exact where it is allowed; the text area is whole cells; the window's pixels may
    /// count a border. 10×20, a usual cell, when nothing is known.
    nonisolated package var cellExtent: PixelExtent {
        cell ?? exactCell(of: sixelArea) ?? exactCell(of: textArea) ?? windowCell
            ?? PixelExtent(width: 10, height: 20)
    }

    /// The window's pixels shared out among its cells; a border is less than a pixel a cell.
    nonisolated private var windowCell: PixelExtent? {
        guard window.columns > 0, window.rows > 0 else { return nil }
        let cell = PixelExtent(
            width: window.width / window.columns, height: window.height / window.rows)
        return cell.width > 0 && cell.height > 0 ? cell : nil
    }

    /// The cell of an area that is whole cells and, where the window's pixels are known, fills it.
    nonisolated private func exactCell(of area: PixelExtent?) -> PixelExtent? {
        guard let area, window.columns > 0, window.rows > 0,
            area.width % window.columns == 0, area.height % window.rows == 0,
            area.width >= window.columns, area.height >= window.rows
        else { return nil }
        let cell = PixelExtent(
            width: area.width / window.columns, height: area.height / window.rows)
        guard let windowCell else { return cell }
        return cell == windowCell ? cell : nil
    }
}
