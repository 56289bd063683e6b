/// Control sequences that place the cursor and scroll.
nonisolated enum CursorText {
    /// Remembers the cursor and its look (DECSC), to be brought back by ``restore``.
    static let save = Array("\u{1B}7".utf8)
    static let restore = Array("\u{1B}8".utf8)

    /// Clears the alternate screen before it is left: of one that was widened, tmux 3.3 keeps rows on
    /// the main screen, and xterm would keep the pixels.
    static let clearScreen = Array("\u{1B}[m\u{1B}[H\u{1B}[2J".utf8)

    /// Puts the cursor in a cell, counted from 0 (CUP).
    static func move(column: Int, row: Int) -> [UInt8] {
        Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
    }

    /// Scrolls two rows so often that everything which moves along moves by `count` rows; the cursor
    /// ends at home (DECSTBM, SU).
    static func scroll(by count: Int, rows: Range<Int>) -> [UInt8] {
        var text = "\u{1B}[\(rows.lowerBound + 1);\(rows.upperBound)r"
        text += String(repeating: "\u{1B}[2S", count: count / 2)
        if !count.isMultiple(of: 2) { text += "\u{1B}[1S" }
        return Array((text + "\u{1B}[r").utf8)
    }

    /// An image of one unpainted pixel.
    static let emptyImage = Array("\u{1B}P0;1;0q\"1;1;1;1?\u{1B}\\".utf8)
}
