internal import CNCurses
internal import Glibc
internal import Imaging
internal import Screen

/// Puts single cells into ncurses' window.
struct CellPainter {
    private let window: UnsafeMutablePointer<WINDOW>
    private let textColors: ColorMapper
    private let photoColors: ColorMapper
    private let colorCount: Int

    /// A painter for a terminal of so many colours.
    init(
        window: UnsafeMutablePointer<WINDOW>, depth: ColorDepth, isTextColored: Bool,
        colorCount: Int
    ) {
        self.window = window
        self.colorCount = colorCount
        photoColors = ColorMapper(depth: depth)
        textColors = ColorMapper(depth: isTextColored ? depth : .none)
    }

    /// Writes one cell; a double-width character takes the next too.
    mutating func put(_ cell: DisplayCell, column: Int, row: Int, isLastColumn: Bool) {
        let shown = Self.text(of: cell.cell.character, isLastColumn: isLastColumn)
        guard let shown else { return }
        let (attributes, pair) = look(of: cell)
        var drawn = cchar_t()
        guard cn_set_cell(&drawn, shown, attributes, pair) == OK else { return }
        mvwadd_wch(window, CInt(row), CInt(column), &drawn)
    }

    /// The character's scalars, zero at the end; nil for the second half of a wide one.
    ///
    /// A character that the C library measures otherwise than ``DisplayWidth`` would shift the row's
    /// rest, and is replaced.
    private static func text(of character: Character, isLastColumn: Bool) -> [wchar_t]? {
        if character == Cell.continuation { return nil }
        let scalars = character.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
        guard let first = scalars.first, first >= 0x80 else { return scalars + [0] }
        let width = wcwidth(first)
        guard Int(width) == DisplayWidth.of(String(character)), !(isLastColumn && width > 1) else {
            return [0xB7, 0]
        }
        return scalars + [0]
    }

    private func look(of cell: DisplayCell) -> (attributes: attr_t, pair: CInt) {
        let style = cell.cell.style
        let mapper = cell.content == .photo ? photoColors : textColors
        var attributes = Self.attributes(of: style.attributes)
        // Unlike any text's, so that no cell of an image is ever taken for one that holds text; and
        // not among the attributes with which ncurses may clear.
        if cell.content == .pixels { attributes |= cn_a_invisible }
        guard mapper.depth != .none else { return (attributes, 0) }
        let foreground = number(style.foreground, mapper, bright: &attributes)
        var ignored: attr_t = 0
        let background = number(style.background, mapper, bright: &ignored)
        guard foreground >= 0 || background >= 0 else { return (attributes, 0) }
        return (attributes, max(0, alloc_pair(foreground, background)))
    }

    /// The colour's number, or -1 for the terminal's own; eight colours are made brighter by bold.
    private func number(
        _ color: RGBColor?, _ mapper: ColorMapper, bright: inout attr_t
    ) -> CInt {
        guard let color, let number = mapper.number(of: color) else { return -1 }
        guard mapper.depth == .sixteen, colorCount < 16, number >= 8 else { return CInt(number) }
        bright |= cn_a_bold
        return CInt(number - 8)
    }

    private static func attributes(of attributes: Style.Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= cn_a_bold }
        if attributes.contains(.dim) { result |= cn_a_dim }
        if attributes.contains(.underline) { result |= cn_a_underline }
        if attributes.contains(.reverse) { result |= cn_a_reverse }
        return result
    }
}
