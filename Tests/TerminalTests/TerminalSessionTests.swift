import Glibc
import Imaging
import Screen
import Testing

@testable import Terminal

/// A session on a pseudoterminal; one at a time, as ncurses knows only one screen.
@MainActor @Suite(.serialized) struct TerminalSessionTests {
    let terminal: PseudoTerminal

    init() throws {
        terminal = try #require(PseudoTerminal(columns: 80, rows: 24))
    }

    @Test func closingLeavesEverythingAsItWas() throws {
        let before = terminal.settings
        let session = try open()
        #expect(terminal.settings != before)
        session.show(frame())
        var sent = terminal.received()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(frame(step: 1))
        terminal.send("\u{1B}[0n")
        _ = session.readEvents()
        session.close()
        sent += terminal.received()
        #expect(terminal.settings == before)
        let modes = Self.modes(in: sent)
        #expect(modes[1049] == false && modes[1016] == false && modes[1002] == false)
        #expect(modes[1004] == false && modes[2004] == false && modes[1070] == false)
        #expect(modes.filter { $0.key != 25 && $0.key != 7 }.allSatisfy { !$0.value }, "\(modes)")
        #expect(modes[25] == true)
    }

    @Test func stoppingLeavesAndComesBack() throws {
        let session = try open()
        session.show(frame())
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        let before = terminal.settings
        _ = terminal.received()
        session.suspend()
        #expect(Self.modes(in: terminal.received())[1049] == false)
        #expect(terminal.settings != before)
        session.resume()
        let sent = terminal.received()
        #expect(Self.modes(in: sent)[1049] == true && Self.modes(in: sent)[1002] == true)
        #expect(sent.contains("step 0"))
        #expect(terminal.settings == before)
    }

    @Test func aSessionThatDrewNothingLeavesTheScreenAlone() throws {
        let session = try open()
        session.close()
        #expect(!terminal.received().contains("1049"))
    }

    @Test func answersSettleTheMetrics() throws {
        let session = try open()
        #expect(!session.areMetricsSettled)
        terminal.send(PseudoTerminal.xtermAnswers)
        let events = session.readEvents()
        let metrics = ScreenMetrics(
            size: CellSize(columns: 80, rows: 24), cellWidth: 6, cellHeight: 13,
            renderer: .sixel, isMousePixelExact: true)
        #expect(events == [.resized(metrics)])
        #expect(session.metrics == metrics && session.areMetricsSettled)
    }

    @Test func silenceSettlesTheMetricsAfterASecond() throws {
        let session = try open()
        #expect(session.tick(.now + .milliseconds(900)) == [])
        let events = session.tick(.now + .milliseconds(1100))
        #expect(events == [.resized(session.metrics)])
        #expect(session.metrics.renderer == .halfBlocks)
    }

    @Test func theFirstFrameWaitsForNoAnswer() throws {
        let session = try open()
        session.show(frame())
        let sent = terminal.received()
        #expect(sent.contains("step 0"))
        #expect(!sent.contains("\u{1B}P"))
    }

    @Test func aLoneEscapeComesWithTime() throws {
        let session = try open()
        terminal.send("\u{1B}")
        #expect(session.readEvents() == [])
        let deadline = try #require(session.nextDeadline)
        #expect(deadline < .now + .milliseconds(100))
        // Waking for other reasons meanwhile does not put it off.
        #expect(session.readEvents() == [])
        #expect(session.nextDeadline == deadline)
        #expect(session.tick(deadline) == [.key(.escape)])
    }

    @Test func onlyTheLastMotionIsKept() throws {
        let session = try open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        terminal.send("\u{1B}[<0;1;1M\u{1B}[<32;5;5M\u{1B}[<32;9;7M\u{1B}[<0;9;7m")
        #expect(
            session.readEvents() == [
                .mouse(MouseEvent(action: .press(.left), x: 0, y: 0)),
                .mouse(MouseEvent(action: .drag(.left), x: 8, y: 6)),
                .mouse(MouseEvent(action: .release(.left), x: 8, y: 6)),
            ])
    }

    @Test func cellsAreReportedByTheirCentres() throws {
        let session = try open()
        terminal.send("\u{1B}[6;13;6t\u{1B}[?1016;0$y\u{1B}[?62;4c\u{1B}[<0;3;2M")
        #expect(
            session.readEvents().last
                == .mouse(
                    MouseEvent(action: .press(.left), x: 15, y: 19, isPixelExact: false)))
    }

    @Test func aPictureWaitsForTheAnswerToTheLast() throws {
        let session = try open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(frame())
        let first = terminal.received()
        #expect(first.contains("\u{1B}P0;1;0q") && first.hasSuffix("\u{1B}[5n"))
        session.show(frame(step: 1))
        session.show(frame(step: 2))
        let meanwhile = terminal.received()
        #expect(meanwhile.contains("2") && !meanwhile.contains("\u{1B}P"))
        terminal.send("\u{1B}[0n")
        _ = session.readEvents()
        #expect(terminal.received().contains("\u{1B}P0;1;0q"))
    }

    @Test func anUnansweredPictureIsWaitedForOnlyASecond() throws {
        let session = try open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(frame())
        session.show(frame(step: 1))
        _ = terminal.received()
        _ = session.tick(.now + .milliseconds(1100))
        #expect(terminal.received().contains("\u{1B}P0;1;0q"))
    }

    @Test func nothingErasesWhatIsNotWritten() throws {
        let session = try open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(frame())
        _ = terminal.received()
        session.show(frame(step: 1, text: ""))
        let sent = terminal.received()
        for erasing in ["K", "J", "X", "P", "@", "L", "M"] {
            #expect(sent.firstMatch(of: try Regex("\u{1B}\\[[0-9;]*\(erasing)")) == nil)
        }
    }

    @Test func aClosedWindowIsToldOnce() throws {
        let session = try open()
        terminal.hangUp()
        #expect(session.readEvents() == [.hangup])
        #expect(session.readEvents() == [])
        session.close()
    }

    @Test(
        "colours as the terminal has them",
        arguments: [
            ("truecolor", nil, "\u{1B}[38;2;10;200;30m"), (nil, nil, "\u{1B}[38;5;40m"),
            ("truecolor", "1", nil), ("truecolor", "", "\u{1B}[38;2;10;200;30m"),
        ] as [(String?, String?, String?)])
    func colorsText(colorTerm: String?, noColor: String?, expected: String?) throws {
        let session = try open(["COLORTERM": colorTerm, "NO_COLOR": noColor])
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
        let session = try open(["NO_COLOR": "1", "LOOPBOX_RENDERER": "half-blocks"])
        terminal.send("\u{1B}[?62;4c")
        _ = session.readEvents()
        #expect(session.metrics.renderer == .halfBlocks)
        session.show(frame())
        let sent = terminal.received()
        #expect(sent.contains("▀") && sent.contains("38;5;") && !sent.contains("\u{1B}P0;1;0q"))
    }

    @Test(
        "terminals of every kind are drawn on",
        arguments: [
            "xterm", "linux", "screen", "tmux-256color", "vt100", "a-terminal-not-described",
        ])
    func drawsOn(name: String) throws {
        let session = try open(["TERM": name])
        #expect(session.capabilities.name == name)
        session.show(frame())
        #expect(terminal.received().contains("step 0"))
    }

    @Test func aTerminalThatCannotBeDrawnOnIsAnError() {
        #expect(throws: TerminalError.immovableCursor(name: "dumb")) {
            _ = try open(["TERM": "dumb"])
        }
        #expect(throws: TerminalError.self) {
            _ = try TerminalSession(TerminalOptions(path: "/nowhere/tty") { _ in nil })
        }
    }

    @Test func askingTakesNoScreen() throws {
        terminal.send(PseudoTerminal.xtermAnswers)
        let before = terminal.settings
        let capabilities = try TerminalCapabilities.ask(options([:]))
        #expect(capabilities.version == "XTerm(379)" && capabilities.isAnswered)
        #expect(terminal.settings == before)
        #expect(!terminal.received().contains("1049"))
    }

    private func options(_ environment: [String: String?]) -> TerminalOptions {
        TerminalOptions(path: terminal.path) { name in
            environment[name] ?? (name == "TERM" ? "xterm-256color" : nil)
        }
    }

    private func open(_ environment: [String: String?] = [:]) throws -> TerminalSession {
        try TerminalSession(options(environment))
    }

    private func frame(step: Int = 0, text: String = "step ") -> Frame {
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

    /// The private modes that were set or reset, as the last sequence left each.
    private static func modes(in text: String) -> [Int: Bool] {
        var modes: [Int: Bool] = [:]
        for match in text.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
            for number in match.1.split(separator: ";") {
                modes[Int(number) ?? 0] = match.2 == "h"
            }
        }
        return modes
    }
}
