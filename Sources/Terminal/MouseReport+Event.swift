package import Screen

extension MouseReport {
    /// The event in pixels of a screen of these measures; `isPixelExact` when the report counts
    /// pixels (mode 1016), not cells (1006).
    nonisolated package func event(
        on metrics: ScreenMetrics, isPixelExact: Bool
    ) -> MouseEvent? {
        guard let action else { return nil }
        let shift = button & 4 != 0
        guard !isPixelExact else {
            return MouseEvent(
                action: action, x: max(0, x - 1), y: max(0, y - 1), isPixelExact: true,
                shift: shift)
        }
        let column = min(max(0, x - 1), max(0, metrics.size.columns - 1))
        let row = min(max(0, y - 1), max(0, metrics.size.rows - 1))
        return MouseEvent(
            action: action, x: column * metrics.cellWidth + metrics.cellWidth / 2,
            y: row * metrics.cellHeight + metrics.cellHeight / 2, isPixelExact: false,
            shift: shift)
    }
}
