import Screen
import Terminal
import Testing

@Suite struct TerminalCapabilitiesTests {
    @Test func xtermWithSixel() {
        let capabilities = asked(
            window: WindowSize(columns: 200, rows: 60, width: 1204, height: 784),
            "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[>41;379;0c", "\u{1B}[?1;0;1024S",
            "\u{1B}[?2;0;1200;780S", "\u{1B}[?2;0;1920;1080S", "\u{1B}[4;780;1200t",
            "\u{1B}[6;13;6t", "\u{1B}[?80;2$y", "\u{1B}[?1006;2$y", "\u{1B}[?1016;2$y",
            "\u{1B}[?1070;1$y", "\u{1B}[?2026;0$y", "\u{1B}[?63;1;2;4;6;9;15;22c")
        #expect(
            capabilities.metrics
                == ScreenMetrics(
                    size: CellSize(columns: 200, rows: 60), cellWidth: 6, cellHeight: 13,
                    renderer: .sixel, isMousePixelExact: true))
        #expect(capabilities.colorRegisters == 1024)
        #expect(capabilities.largestImage == PixelExtent(width: 1920, height: 1080))
        #expect(capabilities.hasImageSlots && !capabilities.hasSynchronizedOutput)
    }

    /// Without `allowWindowOps` only XTSMGRAPHICS and the window's pixels, border and all, are left.
    @Test func xtermThatMayNotTellItsCells() {
        let capabilities = asked(
            window: WindowSize(columns: 100, rows: 40, width: 604, height: 524),
            "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[?2;0;600;520S", "\u{1B}[?2;0;1000;1000S",
            "\u{1B}[?63;1;2;4;22c")
        #expect(capabilities.cellExtent == PixelExtent(width: 6, height: 13))
    }

    /// The area is clipped to the largest image, which happens to be whole cells of a wrong size.
    @Test func xtermWiderThanItsLargestImage() {
        let capabilities = asked(
            window: WindowSize(columns: 250, rows: 50, width: 1504, height: 1004),
            "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[?2;0;1000;1000S", "\u{1B}[?2;0;1000;1000S",
            "\u{1B}[?63;1;2;4;22c")
        #expect(capabilities.cellExtent == PixelExtent(width: 6, height: 20))
    }

    @Test func xtermWithoutSixel() {
        let capabilities = asked(
            window: WindowSize(columns: 80, rows: 24, width: 484, height: 316),
            "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}[>41;379;0c", "\u{1B}[?1;3;0S",
            "\u{1B}[?2;3;0S", "\u{1B}[?2;3;0S", "\u{1B}[?1006;2$y", "\u{1B}[?1016;2$y",
            "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c")
        #expect(capabilities.metrics.renderer == .halfBlocks)
        #expect(!capabilities.metrics.isMousePixelExact)
        #expect(capabilities.metrics.cellWidth == 1 && capabilities.metrics.cellHeight == 2)
        #expect(capabilities.colorRegisters == nil)
    }

    /// foot says 0 pixels while it starts.
    @Test func foot() {
        let capabilities = asked(
            window: WindowSize(columns: 80, rows: 24), "\u{1B}P>|foot(1.13.1)\u{1B}\\",
            "\u{1B}[>1;011301;0c", "\u{1B}[?1;0;1024S", "\u{1B}[?2;0;800;480S",
            "\u{1B}[?2;0;10000;10000S", "\u{1B}[4;480;800t", "\u{1B}[6;20;10t",
            "\u{1B}[?1016;2$y", "\u{1B}[?2026;2$y", "\u{1B}[?62;4;22c")
        #expect(capabilities.metrics.cellWidth == 10 && capabilities.metrics.cellHeight == 20)
        #expect(capabilities.metrics.renderer == .sixel && capabilities.hasPixelMouse)
        #expect(capabilities.hasSynchronizedOutput && !capabilities.hasImageSlots)
    }

    /// mlterm answers the sixel geometry with an error.
    @Test func mlterm() {
        let capabilities = asked(
            window: WindowSize(columns: 80, rows: 24, width: 640, height: 408),
            "\u{1B}P>|mlterm(3.9.0)\u{1B}\\", "\u{1B}[>24;279;0c", "\u{1B}[?1;0;256S",
            "\u{1B}[?2;3;0S", "\u{1B}[?2;3;0S", "\u{1B}[4;408;640t", "\u{1B}[6;17;8t",
            "\u{1B}[?1016;0$y", "\u{1B}[?63;1;2;3;4;7;29c")
        #expect(capabilities.metrics.cellWidth == 8 && capabilities.metrics.cellHeight == 17)
        #expect(capabilities.metrics.renderer == .sixel && !capabilities.hasPixelMouse)
        #expect(capabilities.lacksTransparency && capabilities.largestImage == nil)
    }

    /// tmux built without sixel answers for itself; 14t and 16t stay unanswered.
    @Test func tmux() {
        let capabilities = asked(
            window: WindowSize(columns: 80, rows: 24), "\u{1B}P>|tmux 3.3a\u{1B}\\",
            "\u{1B}[>84;0;0c", "\u{1B}[?1;2c")
        #expect(capabilities.metrics.renderer == .halfBlocks && capabilities.isAnswered)
    }

    @Test("attribute 4 counts only whole", arguments: ["14", "42", "44;24", "4"])
    func sixelIsMatchedWhole(attributes: String) {
        let capabilities = asked(
            window: WindowSize(columns: 80, rows: 24), "\u{1B}[?\(attributes);62c",
            "\u{1B}[?62;\(attributes)c")
        #expect(capabilities.isSixelAnnounced == (attributes == "4"))
    }

    @Test func theUsersChoiceDecides() {
        var capabilities = TerminalCapabilities(
            name: "xterm", chosenRenderer: .halfBlocks,
            window: WindowSize(columns: 80, rows: 24))
        capabilities.record(.primaryAttributes([62, 4]))
        #expect(capabilities.metrics.renderer == .halfBlocks)
    }

    @Test func theFirstAnswerTellsHowAModeWasFound() {
        var capabilities = TerminalCapabilities(
            name: "xterm", window: WindowSize(columns: 80, rows: 24))
        capabilities.record(.mode(1070, .reset))
        capabilities.record(.mode(1070, .set))
        #expect(capabilities.modes[1070] == .reset)
    }

    /// The capabilities after the recorded answers.
    private func asked(window: WindowSize, _ answers: String...) -> TerminalCapabilities {
        var capabilities = TerminalCapabilities(name: "xterm-256color", window: window)
        var decoder = InputDecoder()
        for case .answer(let answer) in decoder.feed(answers.flatMap(\.utf8)) {
            capabilities.record(answer)
        }
        return capabilities
    }
}
