import Imaging
import Screen
import Testing

@testable import Terminal

/// Sessions on terminals of several kinds, and in several environments.
@MainActor @Suite(.serialized) struct TerminalKindsTests {
    let terminal: PseudoTerminal

    init() throws { terminal = try #require(PseudoTerminal(columns: 80, rows: 24)) }

    @Test(
        "colours as the terminal has them",
        arguments: [
            ("truecolor", nil, "\u{1B}[38;2;10;200;30m"), (nil, nil, "\u{1B}[38;5;40m"),
            ("truecolor", "1", nil), ("truecolor", "", "\u{1B}[38;2;10;200;30m"),
        ] as [(String?, String?, String?)])
    func colorsText(colorTerm: String?, noColor: String?, expected: String?) throws {
        let session = try terminal.open(["COLORTERM": colorTerm, "NO_COLOR": noColor])
        var cells = CellGrid(size: session.metrics.size)
        let green = RGBColor(red: 10, green: 200, blue: 30)
        cells.write("green", column: 0, row: 0, style: Style(foreground: green))
        session.show(Frame(cells: cells))
        let sent = terminal.received()
        if let expected {
            #expect(sent.contains(expected))
        } else {
            #expect(!sent.contains("38;"))
        }
        #expect(sent.contains("green"))
    }

    @Test func halfBlocksShowThePhotoEvenWithoutColoredText() throws {
        let session = try terminal.open(["NO_COLOR": "1", "LOOPBOX_RENDERER": "half-blocks"])
        terminal.send("\u{1B}[?62;4c")
        _ = session.readEvents()
        #expect(session.metrics.renderer == .halfBlocks)
        session.show(PseudoTerminal.frame())
        let sent = terminal.received()
        #expect(sent.contains("▀") && sent.contains("38;5;") && !sent.contains("\u{1B}P0;1;0q"))
    }

    @Test(
        "terminals of every kind are drawn on",
        arguments: [
            "xterm", "linux", "screen", "tmux-256color", "vt100", "a-terminal-not-described",
        ])
    func drawsOn(name: String) throws {
        let session = try terminal.open(["TERM": name])
        #expect(session.capabilities.name == name)
        session.show(PseudoTerminal.frame())
        #expect(terminal.received().contains("step 0"))
    }

    @Test func aTerminalThatCannotBeDrawnOnIsAnError() {
        #expect(throws: TerminalError.immovableCursor(name: "dumb")) {
            _ = try terminal.open(["TERM": "dumb"])
        }
        #expect(throws: TerminalError.self) {
            _ = try TerminalSession(TerminalOptions(path: "/nowhere/tty") { _ in nil })
        }
    }
}
