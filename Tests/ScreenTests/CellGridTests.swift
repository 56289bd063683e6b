import Screen
import Testing

@Suite struct CellGridTests {
    private func grid(_ columns: Int = 10, _ rows: Int = 2) -> CellGrid {
        CellGrid(size: CellSize(columns: columns, rows: rows))
    }

    private func line(_ grid: CellGrid, _ row: Int = 0) -> String {
        String((0..<grid.size.columns).map { grid[$0, row].character })
    }

    @Test func textIsCutAtTheEdgeAndAtTheLimit() {
        var cells = grid()
        #expect(cells.write("abcdef", column: 7, row: 0, style: Style()) == 10)
        #expect(cells.write("abcdef", column: 0, row: 1, style: Style(), limit: 3) == 3)
        #expect(line(cells) == "       abc")
        #expect(line(cells, 1) == "abc       ")
        cells.write("x", column: 0, row: 9, style: Style())
    }

    @Test func wideCharactersTakeTwoCellsOrNone() {
        var cells = grid(5)
        cells.write("犬犬犬", column: 0, row: 0, style: Style())
        #expect(line(cells) == "犬\u{0}犬\u{0} ")
    }

    @Test func whatATerminalWouldObeyIsDrawnAsADot() {
        var cells = grid(20)
        cells.write("a\u{1B}[2J\u{9B}\u{07}\u{200B}\u{202E}b", column: 0, row: 0, style: Style())
        #expect(line(cells) == "a·[2J····b          ")
        #expect(
            line(cells).unicodeScalars.allSatisfy {
                $0.value >= 32 && !(0x80..<0xA0).contains($0.value)
            })
    }

    @Test func truncationMarksWhatIsGone() {
        #expect(DisplayWidth.truncate("aeroplane", to: 9) == "aeroplane")
        #expect(DisplayWidth.truncate("aeroplane", to: 5) == "aer..")
        #expect(DisplayWidth.truncate("犬犬犬", to: 4) == "犬..")
        #expect(DisplayWidth.truncate("abc", to: 0) == "")
    }
}
