import HumanReview
import Imaging
import Screen
import Testing
import Workbench

/// Every state of the accept screen, in characters, and what its pixels are made of.
@Suite struct AcceptScreenTests {
    static let sizes = [CellSize(columns: 80, rows: 24), CellSize(columns: 120, rows: 40)]

    @Test(arguments: sizes) func aSheet(size: CellSize) throws {
        var ana = Annotator(ConfidentImage.examples(100), size: size)
        ana.press("l Space")
        try expectGolden(ana.screen, "accept-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes) func aSheetInHalfBlocks(size: CellSize) throws {
        var ana = Annotator(ConfidentImage.examples(100), size: size, renderer: .halfBlocks)
        ana.press("l Space")
        try expectGolden(ana.screen, "accept-half-blocks-\(size.columns)x\(size.rows)")
        let frame = render(ana.state)
        #expect(frame.covers.count == ana.shown.count)
    }

    @Test func theQuestionSaysBothCounts() throws {
        var ana = Annotator(ConfidentImage.examples(12))
        ana.press("Space A")
        try expectGolden(ana.screen, "accept-question-120x40")
    }

    @Test func classesStandInThePanel() throws {
        var ana = Annotator(ConfidentImage.examples(12))
        ana.press("c")
        try expectGolden(ana.screen, "accept-classes-120x40")
    }

    @Test(arguments: sizes) func aCardOfCrops(size: CellSize) throws {
        var ana = Annotator(ConfidentImage.examples(40), size: size)
        ana.press("b")
        ana.type("bicycle")
        ana.press("Enter l Space")
        try expectGolden(ana.screen, "accept-card-\(size.columns)x\(size.rows)")
    }

    @Test func theKeysOfThisScreenComeFirst() throws {
        var ana = Annotator(ConfidentImage.examples(12), size: CellSize(columns: 80, rows: 24))
        ana.press("?")
        try expectGolden(ana.screen, "accept-help-80x24")
    }

    @Test func aLookAtOneSaysHowToComeBack() throws {
        var ana = Annotator(ConfidentImage.examples(12), size: CellSize(columns: 80, rows: 24))
        ana.press("Enter")
        try expectGolden(ana.screen, "accept-look-80x24")
    }

    @Test func nothingToAccept() throws {
        let ana = Annotator([], size: CellSize(columns: 80, rows: 24))
        try expectGolden(ana.screen, "accept-empty-80x24")
    }

    @Test func nothingMatches() throws {
        var ana = Annotator(ConfidentImage.examples(5), size: CellSize(columns: 80, rows: 24))
        for _ in 0..<30 { ana.press("}") }
        try expectGolden(ana.screen, "accept-no-match-80x24")
    }

    @Test func loadingAndFailing() {
        var ana = Annotator(ConfidentImage.examples(5), holdsAnswers: true)
        #expect(ana.screen.contains { $0.contains("Loading") })
        #expect(ana.screen.contains { $0.contains("working") })
        ana.answerWaiting()
        ana.holdsAnswers = false
        ana.failure = .storage(path: "/w/store.sqlite", reason: "not an intact store")
        ana.press("g a")
        #expect(ana.screen.contains { $0.contains("The sheet could not be read") })
        #expect(ana.screen.contains { $0.contains("not an intact store") })
        ana.failure = nil
        ana.press("g a")
        #expect(ana.shown.count == 5)
    }

    @Test func tooSmallSaysSo() {
        let ana = Annotator(
            ConfidentImage.examples(5), size: CellSize(columns: 60, rows: 20))
        #expect(ana.screen.contains { $0.contains("Loopbox needs 80×22 cells") })
    }

    /// A key changes the pixels of the cells it is about, and no others: that is all that is sent.
    @Test func pickingOffChangesTwoThumbnailsOnly() throws {
        var ana = Annotator(ConfidentImage.examples(24))
        let before = try #require(render(ana.state).pane)
        ana.press("Space")
        let after = try #require(render(ana.state).pane)
        #expect(before.identity == after.identity)
        #expect(before.canvas.palette == after.canvas.palette)
        let changed = DirtyRegion.difference(between: before.canvas, and: after.canvas)
        #expect(!changed.isEmpty)
        #expect(changed.bounds.width <= before.canvas.width / 2)
        #expect(changed.bounds.height <= before.canvas.height / 3)
    }

    @Test func aPaletteHoldsEveryInkAndPhotoColour() {
        let ana = Annotator(ConfidentImage.examples(24))
        let pane = render(ana.state).pane
        #expect((pane?.canvas.palette.count ?? 0) <= 256)
        #expect(SheetPalette.photoColors.count <= 224)
        #expect(SheetPalette.dimmed.count == SheetPalette.photoColors.count)
    }
}
