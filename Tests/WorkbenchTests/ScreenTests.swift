import Annotations
import HumanReview
import Screen
import Testing
import Workbench

/// Every state has a screen; these are their characters.
@Suite struct ScreenTests {
    static let sizes = [CellSize(columns: 80, rows: 24), CellSize(columns: 120, rows: 40)]

    @Test(arguments: sizes) func reviewing(size: CellSize) throws {
        var ana = Reviewer([.example("3f2a77c0-street-corner")], size: size)
        ana.press("Space")
        ana.pass(milliseconds: 6000)
        try expectGolden(ana.screen, "review-\(size.columns)x\(size.rows)")
    }

    @Test func halfBlocksNameTheBoxesInCells() throws {
        var ana = Reviewer(
            [.example("3f2a77c0-street-corner")], size: CellSize(columns: 80, rows: 24))
        ana.send(
            .resized(
                ScreenMetrics(
                    size: CellSize(columns: 80, rows: 24), cellWidth: 1, cellHeight: 2,
                    renderer: .halfBlocks)))
        try expectGolden(ana.screen, "half-blocks-80x24")
        let frame = render(ana.state)
        #expect(frame.covers.count == ana.boxes.count)
        #expect(frame.covers.allSatisfy { $0.rows == 1 && $0.row > 0 && $0.column >= 0 })
        ana.press("f")
        try expectGolden(ana.screen, "half-blocks-hints-80x24")
        ana.press("Esc ?")
        #expect(render(ana.state).covers.count > ana.boxes.count)
        #expect(ana.screen.contains { $0.contains("Keys") || $0.contains("keys") })
    }

    @Test func sixelsShowTheNamesInPixels() {
        let ana = Reviewer([.example()])
        #expect(render(ana.state).covers.isEmpty)
    }

    @Test(arguments: sizes) func help(size: CellSize) throws {
        var ana = Reviewer([.example()], size: size)
        ana.press("?")
        ana.type("zoom")
        try expectGolden(ana.screen, "help-\(size.columns)x\(size.rows)")
    }

    @Test func chordsShowHowTheyGoOn() throws {
        var ana = Reviewer([.example()])
        ana.press("z")
        try expectGolden(Array(ana.screen.suffix(2)), "chord")
    }

    @Test func classPickerStandsInThePanel() throws {
        var ana = Reviewer([.example()])
        ana.press("c")
        ana.type("t")
        try expectGolden(ana.screen, "classes-120x40")
    }

    @Test func questionsCoverThePhoto() throws {
        var ana = Reviewer([.example()])
        ana.press("s")
        try expectGolden(ana.screen, "skip-120x40")
    }

    @Test func nothingToReview() throws {
        let ana = Reviewer([], size: CellSize(columns: 80, rows: 24))
        try expectGolden(ana.screen, "empty-80x24")
    }

    @Test func tooSmallSaysSoAndRecovers() throws {
        var ana = Reviewer([.example()])
        ana.send(.resized(ScreenTests.metrics(columns: 60, rows: 20)))
        try expectGolden(ana.screen, "too-small-60x20")
        // What tmux leaves of 80×24.
        ana.send(.resized(ScreenTests.metrics(columns: 80, rows: 23)))
        #expect(ana.screen.contains { $0.contains("Boxes") })
    }

    @Test func aFileNameNeverReachesTheScreenRaw() {
        let ana = Reviewer([.example("a\u{1B}]0;owned\u{07}\u{202E}b")])
        #expect(ana.screen.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 32 } })
        #expect(ana.screen.contains { $0.contains("a·]0;owned··b.jpg") })
    }

    private static func metrics(columns: Int, rows: Int) -> ScreenMetrics {
        ScreenMetrics(
            size: CellSize(columns: columns, rows: rows), cellWidth: 8, cellHeight: 16,
            renderer: .sixel)
    }
}
