import Imaging
import Screen

@testable import Terminal

extension PseudoTerminal {
    /// Options for it in an environment, of an xterm unless that says otherwise.
    func options(_ environment: [String: String?]) -> TerminalOptions {
        TerminalOptions(path: path) { name in
            environment[name] ?? (name == "TERM" ? "xterm-256color" : nil)
        }
    }

    /// A session on it.
    @MainActor func open(_ environment: [String: String?] = [:]) throws -> TerminalSession {
        try TerminalSession(options(environment))
    }

    /// A small picture, with a square that moves by steps, below a line of text.
    static func frame(step: Int = 0, text: String = "step ") -> Frame {
        var cells = CellGrid(size: CellSize(columns: 80, rows: 24))
        cells.write("\(text)\(step)", column: 0, row: 0, style: Style())
        var canvas = IndexedCanvas(
            width: 40, height: 30,
            palette: [
                RGBColor(red: 255, green: 0, blue: 0), RGBColor(red: 0, green: 255, blue: 0),
            ])
        let photo = canvas
        canvas.fill(PixelRect(x: step, y: step, width: 5, height: 5), with: 1)
        let pane = ImagePane(
            rect: CellRect(column: 1, row: 1, columns: 40, rows: 20), identity: 1, photo: photo,
            canvas: canvas)
        return Frame(cells: cells, pane: pane)
    }
}
