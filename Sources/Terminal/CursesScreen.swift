internal import CNCurses
internal import Glibc
internal import Screen

/// The cells of the terminal: ncurses finds what changed and says it in the terminal's own words.
///
/// ncurses writes to memory, so that its bytes and an image's go out through one writer in order,
/// and so that it never touches the line settings.
final class CursesScreen {
    private let output: MemoryFile
    private let input: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private var painter: CellPainter
    private var shown: [DisplayCell] = []
    /// Whether the alternate screen is on: it begins with the first drawing.
    private var hasDrawn = false
    private(set) var size: CellSize

    /// Begins a screen of a terminal of `depth` colours, which text uses if `isTextColored`.
    init(
        entry: TerminfoEntry, depth: ColorDepth, isTextColored: Bool, size: CellSize
    ) throws(TerminalError) {
        Self.useWideCharacters()
        output = try MemoryFile()
        guard let input = fopen("/dev/null", "r") else {
            throw .system(call: "fopen /dev/null", reason: TerminalDevice.reason())
        }
        self.input = input
        guard
            let screen = Self.begin(entry.forScreen(depth), output: output.stream, input: input),
            let window = cn_standard_window()
        else {
            fclose(input)
            throw .unknownTerminal(name: entry.name)
        }
        self.screen = screen
        self.window = window
        self.size = size
        painter = CellPainter(
            window: window, depth: depth, isTextColored: isTextColored,
            colorCount: entry.forScreen(depth).colors)
        typeahead(-1)
        idcok(window, false)
        resize_term(CInt(size.rows), CInt(size.columns))
    }

    isolated deinit {
        delscreen(screen)
        fclose(input)
    }

    /// The bytes that show the cells and put the cursor in its place.
    func draw(_ cells: [DisplayCell], cursor: CellPosition?) -> [UInt8] {
        guard cells.count == size.columns * size.rows else { return [] }
        for index in cells.indices
        where shown.count != cells.count || cells[index] != shown[index] {
            painter.put(
                cells[index], column: index % size.columns, row: index / size.columns,
                isLastColumn: index % size.columns == size.columns - 1)
        }
        shown = cells
        hasDrawn = true
        curs_set(cursor == nil ? 0 : 1)
        let place = cursor ?? CellPosition(column: 0, row: 0)
        wmove(window, CInt(clamping: place.row), CInt(clamping: place.column))
        wnoutrefresh(window)
        doupdate()
        return output.take()
    }

    /// Makes the next drawing write every cell.
    func forgetEverything() {
        shown = []
        clearok(window, true)
    }

    /// Makes the next drawing write these rows whole.
    func forget(rows: Range<Int>) {
        wredrawln(window, CInt(clamping: rows.lowerBound), CInt(clamping: rows.count))
    }

    func resize(to size: CellSize) {
        guard size != self.size else { return }
        self.size = size
        resize_term(CInt(clamping: size.rows), CInt(clamping: size.columns))
        forgetEverything()
    }

    /// The bytes that leave the alternate screen and show the cursor; drawing again comes back.
    func leave() -> [UInt8] {
        guard hasDrawn else { return [] }
        hasDrawn = false
        endwin()
        shown = []
        return CursorText.clearScreen + output.take()
    }
}
