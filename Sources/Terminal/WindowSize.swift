/// What the system knows of a terminal's window (`TIOCGWINSZ`).
nonisolated package struct WindowSize: Hashable, Sendable {
    package var columns: Int
    package var rows: Int
    /// Pixels of the window, or 0; xterm counts its border, foot says 0 while it starts.
    package var width: Int
    package var height: Int

    /// A window's size in cells and pixels.
    package init(columns: Int, rows: Int, width: Int = 0, height: Int = 0) {
        self.columns = columns
        self.rows = rows
        self.width = width
        self.height = height
    }
}
