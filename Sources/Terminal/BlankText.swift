internal import Imaging
internal import Screen

/// Overwrites cells of an image's pane with the blanks that ncurses believes to be there.
nonisolated struct BlankText {
    var cells: CellGrid
    var colors: ColorMapper

    /// The bytes that blank the cells, each with its background.
    func bytes(of blanks: [CellBlank]) -> [UInt8] {
        guard !blanks.isEmpty else { return [] }
        var bytes = CursorText.save
        for blank in blanks {
            let style = cells[blank.column, blank.row].style
            bytes += CursorText.move(column: blank.column, row: blank.row)
            bytes += "\u{1B}[0\(background(style.background))m".utf8
            bytes += repeatElement(UInt8(ascii: " "), count: blank.columns)
        }
        return bytes + CursorText.restore
    }

    /// The background as a parameter of SGR.
    private func background(_ color: RGBColor?) -> String {
        guard let color, let number = colors.number(of: color) else { return "" }
        return switch colors.depth {
        case .none: ""
        case .trueColor: ";48;2;\(color.red);\(color.green);\(color.blue)"
        case .indexed: ";48;5;\(number)"
        case .sixteen: number < 8 ? ";\(40 + number)" : ";\(100 + number - 8)"
        }
    }
}
