import Glibc
import Imaging
import Screen
import Testing

@testable import Terminal

/// A session on a pseudoterminal; one at a time, as ncurses knows only one screen.
@MainActor @Suite(.serialized) struct TerminalSessionTests {
    let terminal: PseudoTerminal

    init() throws { terminal = try #require(PseudoTerminal(columns: 80, rows: 24)) }

    @Test func closingLeavesEverythingAsItWas() throws {
        let before = terminal.settings
        let session = try terminal.open()
        #expect(terminal.settings != before)
        session.show(PseudoTerminal.frame())
        var sent = terminal.received()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(PseudoTerminal.frame(step: 1))
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
        let session = try terminal.open()
        session.show(PseudoTerminal.frame())
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
        let session = try terminal.open()
        session.close()
        #expect(!terminal.received().contains("1049"))
    }

    @Test func answersSettleTheMetrics() throws {
        let session = try terminal.open()
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
        let session = try terminal.open()
        #expect(session.tick(.now + .milliseconds(900)) == [])
        let events = session.tick(.now + .milliseconds(1100))
        #expect(events == [.resized(session.metrics)])
        #expect(session.metrics.renderer == .halfBlocks)
    }

    @Test func theFirstFrameWaitsForNoAnswer() throws {
        let session = try terminal.open()
        session.show(PseudoTerminal.frame())
        let sent = terminal.received()
        #expect(sent.contains("step 0"))
        #expect(!sent.contains("\u{1B}P"))
    }

    @Test func aLoneEscapeComesWithTime() throws {
        let session = try terminal.open()
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
        let session = try terminal.open()
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
        let session = try terminal.open()
        terminal.send("\u{1B}[6;13;6t\u{1B}[?1016;0$y\u{1B}[?62;4c\u{1B}[<0;3;2M")
        #expect(
            session.readEvents().last
                == .mouse(
                    MouseEvent(action: .press(.left), x: 15, y: 19, isPixelExact: false)))
    }

    @Test func aPictureWaitsForTheAnswerToTheLast() throws {
        let session = try terminal.open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(PseudoTerminal.frame())
        let first = terminal.received()
        #expect(first.contains("\u{1B}P0;1;0q") && first.hasSuffix("\u{1B}[5n"))
        session.show(PseudoTerminal.frame(step: 1))
        session.show(PseudoTerminal.frame(step: 2))
        let meanwhile = terminal.received()
        #expect(meanwhile.contains("2") && !meanwhile.contains("\u{1B}P"))
        terminal.send("\u{1B}[0n")
        _ = session.readEvents()
        #expect(terminal.received().contains("\u{1B}P0;1;0q"))
    }

    @Test func anUnansweredPictureIsWaitedForOnlyASecond() throws {
        let session = try terminal.open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(PseudoTerminal.frame())
        session.show(PseudoTerminal.frame(step: 1))
        _ = terminal.received()
        _ = session.tick(.now + .milliseconds(1100))
        #expect(terminal.received().contains("\u{1B}P0;1;0q"))
    }

    @Test func nothingErasesWhatIsNotWritten() throws {
        let session = try terminal.open()
        terminal.send(PseudoTerminal.xtermAnswers)
        _ = session.readEvents()
        session.show(PseudoTerminal.frame())
        _ = terminal.received()
        session.show(PseudoTerminal.frame(step: 1, text: ""))
        let sent = terminal.received()
        for erasing in ["K", "J", "X", "P", "@", "L", "M"] {
            #expect(sent.firstMatch(of: try Regex("\u{1B}\\[[0-9;]*\(erasing)")) == nil)
        }
    }

    @Test func aClosedWindowIsToldOnce() throws {
        let session = try terminal.open()
        terminal.hangUp()
        #expect(session.readEvents() == [.hangup])
        #expect(session.readEvents() == [])
        session.close()
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
