package import Screen

extension TerminalCapabilities {
    /// Whether DA1 names sixel (attribute 4, matched whole).
    nonisolated package var isSixelAnnounced: Bool { primaryAttributes.dropFirst().contains(4) }

    /// The way of showing pixels: the user's choice, else what the terminal announces.
    ///
    /// An answer that comes through tmux is tmux's own, which announces sixel only when it was built
    /// with it.
    nonisolated package var renderer: ScreenMetrics.PixelRenderer {
        chosenRenderer ?? (isSixelAnnounced ? .sixel : .halfBlocks)
    }

    /// Whether the mouse can report pixels.
    nonisolated package var hasPixelMouse: Bool {
        modes[Mode.mousePixels]?.isAvailable ?? false
    }

    /// Whether output can be held back until a frame is whole.
    nonisolated package var hasSynchronizedOutput: Bool {
        modes[Mode.synchronizedOutput]?.isAvailable ?? false
    }

    /// Whether it is xterm, which keeps no more than 16 images and redraws the screen from them.
    nonisolated package var hasImageSlots: Bool { version?.hasPrefix("XTerm(") ?? false }

    /// Whether it is mlterm, which paints an image's unpainted pixels black.
    nonisolated package var lacksTransparency: Bool { version?.hasPrefix("mlterm") ?? false }

    /// The screen as the program draws on it.
    nonisolated package var metrics: ScreenMetrics {
        let size = CellSize(columns: window.columns, rows: window.rows)
        guard renderer == .sixel else {
            return ScreenMetrics(size: size, cellWidth: 1, cellHeight: 2, renderer: .halfBlocks)
        }
        let cell = cellExtent
        return ScreenMetrics(
            size: size, cellWidth: cell.width, cellHeight: cell.height, renderer: .sixel,
            isMousePixelExact: hasPixelMouse)
    }
}
