import Annotations
import HumanReview
import Imaging
import Screen
import Testing
import Workbench

/// A lead's keys on the list of loops, and what is seen and done.
@Suite struct LoopListTests {
    private func lead(
        _ count: Int = 40, size: CellSize = CellSize(columns: 120, rows: 36)
    ) -> Lead {
        var lead = Lead(LoopListRow.examples(count), size: size)
        lead.start()
        return lead
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func theList(columns: Int, rows: Int) throws {
        var lea = lead(100, size: CellSize(columns: columns, rows: rows))
        lea.press("j Space v j j")
        try expectGolden(lea.screen, "loops-\(columns)x\(rows)")
    }

    @Test func resultsComeAsOneTypesAndAMistakeIsPointedAt() throws {
        var lea = lead()
        lea.press("/")
        lea.type("label:person -stat")
        #expect(lea.list.count?.number == 20)
        lea.type(":x")
        #expect(lea.list.mistake?.column == 14)
        #expect(lea.list.count?.number == 20)
        try expectGolden(lea.screen, "loops-mistake-120x36")
        lea.press("Ctrl+W")
        #expect(lea.list.mistake == nil)
        lea.press("Enter Down")
        #expect(lea.list.cursor == 1)
    }

    @Test func escapeLeavesTheLastFilterThatWasOne() {
        var lea = lead()
        lea.press("/")
        lea.type("state:failed score<x")
        #expect(lea.list.mistake != nil)
        lea.press("Esc")
        // Before its comparison was typed, the key was a word to search for.
        #expect(lea.list.field.text == "state:failed score")
        #expect(lea.list.rows.allSatisfy { $0.loop.status == .failed })
    }

    @Test func whatAnswersAnEarlierFilterIsDropped() {
        var lea = lead()
        lea.holdsAnswers = true
        lea.press("/")
        lea.type("label:cat")
        lea.holdsAnswers = false
        lea.answerWaiting()
        #expect(lea.list.rows.count == 20)
        #expect(lea.list.count == LoopCount(20, isExact: true))
        #expect(!lea.list.isBusy)
    }

    @Test func furtherRowsAreReadBeforeTheyAreReached() {
        var lea = lead(350)
        #expect(lea.list.rows.count == 100)
        for _ in 0..<4 { lea.press("PageDown") }
        #expect(lea.list.rows.count == 200)
        lea.press("G G G")
        #expect(lea.list.rows.count == 350)
        #expect(lea.list.cursor == 349)
        lea.press("g g")
        #expect(lea.list.cursor == 0)
    }

    @Test func nothingIsStoppedWithoutItsCountAndAYes() throws {
        var lea = lead()
        lea.press("Space Space v j j S")
        #expect(lea.screen.contains { $0.contains("Stop 5 loops?") })
        try expectGolden(lea.screen, "loops-stop-120x36")
        lea.press("n")
        #expect(!lea.asked.contains { if case .perform = $0 { true } else { false } })
        lea.press("S y")
        #expect(
            lea.asked.contains(
                .perform(.stop, .named((0..<5).map { "loop-\($0)" }))))
        #expect(lea.screen.contains { $0.contains("5 loops stopped; u takes it back") })
        #expect(lea.list.marks.isEmpty)
        lea.press("u")
        #expect(lea.screen.contains { $0.contains("stop taken back for 2 loops; 1 have gone") })
    }

    @Test func everythingIsTheFilterAndNotOnlyWhatWasRead() {
        var lea = lead(350)
        lea.press("/")
        lea.type("label:dog")
        lea.press("Enter % j Space O y")
        #expect(
            lea.asked.contains(
                .perform(
                    .reopen,
                    .matching(LoopFilter(terms: [.init(.labels(["dog"]))]), except: ["loop-1"]))))
        #expect(lea.screen.contains { $0.contains("349 loops reopened") })
    }

    @Test func loopsAreGivenToAWorkerChosenByName() {
        var lea = lead()
        lea.press("T")
        lea.type("bo")
        lea.press("Enter y")
        #expect(
            lea.asked.contains(
                .perform(.reassign(to: Worker(name: "bob")), .named(["loop-0"]))))
        lea.press("T")
        lea.press("Down Down Enter y")
        #expect(lea.asked.contains(.perform(.reassign(to: nil), .named(["loop-0"]))))
    }

    @Test func aRefusalSaysWhoCan() {
        var lea = lead()
        lea.failure = .notPermitted(
            worker: Worker(name: "lea"), .manageLoops, allowed: [Worker(name: "kim")])
        lea.press("S")
        #expect(
            lea.screen.contains {
                $0.contains("lea may not stop, release, reassign or reopen loops; ask kim")
            })
        #expect(lea.state.loops.popup == nil)
        #expect(!lea.state.isBusy)
    }

    @Test func filtersAreSavedAndTaken() {
        var lea = lead()
        lea.press("/")
        lea.type("state:stopped sort:-age")
        lea.press("Enter m s")
        lea.type("left")
        lea.press("Enter")
        #expect(lea.saved == [SavedFilter(name: "left", text: "state:stopped sort:-age")])
        lea.press("/ Ctrl+U Enter m Enter")
        #expect(lea.list.field.text == "state:stopped sort:-age")
        #expect(lea.list.filter.order == .oldestFirst)
        lea.press("m d")
        #expect(lea.saved.isEmpty)
    }

    @Test func theSortGoesRoundAndShowsInTheFilter() {
        var lea = lead()
        lea.press("o")
        #expect(lea.list.field.text == "sort:-age")
        lea.press("o o o")
        #expect(lea.list.field.text == "")
    }

    @Test func whatIsSelectedIsExported() {
        var lea = lead()
        lea.press("Space E Ctrl+U")
        lea.type("a.csv")
        lea.press("Enter")
        #expect(lea.asked.contains(.export(.named(["loop-0"]), path: "a.csv")))
        #expect(lea.screen.contains { $0.contains("1 loop written to a.csv") })
    }

    @Test func otherPeoplesChangesAreSeenWithoutLosingThePlace() {
        var lea = lead()
        lea.press("j j j")
        lea.rows.remove(at: 0)
        lea.pass(milliseconds: 6_000)
        #expect(lea.list.current?.loop.name == "loop-3")
        #expect(lea.list.rows.count == 39)
    }

    @Test func emptyFailedAndLoadingHaveTheirScreens() throws {
        var empty = lead(0, size: CellSize(columns: 80, rows: 24))
        try expectGolden(empty.screen, "loops-empty-80x24")
        empty.press("/")
        empty.type("label:zebra")
        #expect(empty.screen.contains { $0.contains("No loop is left at  label:zebra") })
        var failed = Lead([], size: CellSize(columns: 80, rows: 24))
        failed.failure = .storage(path: "/w/store.sqlite", reason: "not an intact store")
        failed.start()
        #expect(failed.screen.contains { $0.contains("The loops could not be read") })
        var loading = Lead([], size: CellSize(columns: 80, rows: 24))
        loading.holdsAnswers = true
        loading.start()
        #expect(loading.screen.contains { $0.contains("Loading loops") })
        #expect(loading.state.isBusy)
    }
}

/// One loop of the list.
@Suite struct LoopDetailTests {
    private func lead(size: CellSize = CellSize(columns: 120, rows: 36)) -> Lead {
        var lead = Lead(LoopListRow.examples(40), size: size)
        lead.start()
        return lead
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func theLoop(columns: Int, rows: Int) throws {
        var lea = lead(size: CellSize(columns: columns, rows: rows))
        lea.press("j Enter")
        try expectGolden(lea.screen, "loop-\(columns)x\(rows)")
    }

    private static let dog = CanvasInk.ofClass(
        LabelMap.pascalVOC.classID(of: "dog"), theme: .test)
    private static let cat = CanvasInk.ofClass(
        LabelMap.pascalVOC.classID(of: "cat"), theme: .test)

    /// The colours in the columns of the picture from one to another.
    private func colors(_ lea: Lead, _ columns: Range<Int>) throws -> Set<UInt8> {
        let canvas = try #require(render(lea.state).pane).canvas
        return (0..<canvas.height).reduce(into: []) { colors, row in
            colors.formUnion(
                canvas.indices[(row * canvas.width + columns.lowerBound)...].prefix(columns.count))
        }
    }

    @Test func theModelsBoxesStandBesideThePeoples() throws {
        var lea = lead()
        lea.press("j Enter")
        let pane = try #require(render(lea.state).pane)
        let half = pane.canvas.width / 2
        #expect(try colors(lea, 0..<half - 8).contains(Self.dog))
        #expect(try !colors(lea, 0..<half - 8).contains(Self.cat))
        #expect(try colors(lea, half + 8..<pane.canvas.width).contains(Self.cat))
        #expect(lea.screen[1].contains("Model  1 box"))
        #expect(lea.screen[1].contains("ana  1 relabelled"))
        // One picture, which an empty canvas of its photo goes with.
        #expect(pane.photo.width == pane.canvas.width && pane.photo.height == pane.canvas.height)
        #expect(pane.canvas.width <= pane.rect.columns * 8)
    }

    @Test func bothCopiesAreZoomedAndMovedTogether() throws {
        var lea = lead()
        lea.press("j Enter")
        let fitted = try #require(lea.state.loops.detail?.photo?.raster?.request)
        lea.press("+ + z l")
        let zoomed = try #require(lea.state.loops.detail?.photo?.raster?.request)
        #expect(zoomed.viewport.scale > fitted.viewport.scale)
        #expect(zoomed.viewport.centerX > fitted.viewport.centerX)
        #expect(zoomed.secondX == fitted.secondX && zoomed.secondX != nil)
        // The pointer over the second copy zooms where it points there.
        var left = lea
        let second = try #require(zoomed.secondX)
        left.send(.mouse(MouseEvent(action: .wheelUp, x: 40, y: 200)))
        lea.send(.mouse(MouseEvent(action: .wheelUp, x: 40 + second, y: 200)))
        #expect(lea.state.loops.detail?.photo?.viewport == left.state.loops.detail?.photo?.viewport)
        #expect(lea.state.loops.detail?.photo?.viewport != zoomed.viewport)
        lea.press("=")
        #expect(lea.state.loops.detail?.photo?.raster?.request == fitted)
    }

    @Test func bGoesThroughTheWaysOfShowingThem() throws {
        var lea = lead()
        lea.press("j Enter")
        func inks() throws -> [Bool] {
            let width = try #require(render(lea.state).pane).canvas.width
            let colors = try colors(lea, 0..<width)
            return [colors.contains(Self.dog), colors.contains(Self.cat)]
        }
        var seen: [[Bool]] = []
        for _ in 0..<4 {
            lea.press("b")
            seen.append(try inks())
        }
        #expect(seen == [[false, true], [true, false], [false, true], [true, true]])
        #expect(lea.state.loops.detail?.boxes == .beside)
    }

    @Test func whereTwoHaveNoRoomBothAreOnOne() throws {
        var lea = lead(size: CellSize(columns: 80, rows: 24))
        lea.press("j Enter")
        #expect(lea.state.loops.detail?.photo?.raster?.request.secondX == nil)
        #expect(lea.screen[1].contains("Model and ana  1 relabelled"))
        lea.press("b")
        #expect(lea.screen[1].contains("Model  1 box"))
        #expect(lea.state.loops.detail?.boxes == .model)
        lea.press("b b")
        #expect(lea.state.loops.detail?.boxes == .both)
    }

    @Test func aWindowOfAnotherSizeArrangesThemAnew() throws {
        var lea = lead()
        lea.press("j Enter")
        lea.send(
            .resized(
                ScreenMetrics(
                    size: CellSize(columns: 80, rows: 24), cellWidth: 8, cellHeight: 16,
                    renderer: .sixel)))
        let pane = try #require(render(lea.state).pane)
        #expect(pane.canvas.width == pane.rect.columns * 8)
        #expect(lea.state.loops.detail?.photo?.raster?.request.secondX == nil)
    }

    @Test func neighboursFollowAndEscapeComesBackToTheirRow() {
        var lea = lead()
        lea.press("j j Enter j k k")
        #expect(lea.state.loops.detail?.name == "loop-1")
        lea.press("Esc")
        #expect(lea.state.loops.mode == .list)
        #expect(lea.list.cursor == 1)
    }

    @Test func aLoopIsOpenedInReviewAndComeBackFrom() {
        var lea = lead()
        lea.press("j j Enter e")
        #expect(lea.state.destination == .review)
        #expect(lea.others.contains(.open(loop: "loop-2")))
        lea.send(.opened(.example("loop-2")))
        lea.press("Esc")
        #expect(lea.state.destination == .loops)
        #expect(lea.state.loops.detail?.name == "loop-2")
        #expect(lea.others.contains { if case .end(_, .release) = $0 { true } else { false } })
        lea.press("Esc")
        #expect(lea.list.cursor == 2)
    }

    @Test func halfBlocksShowThemBesideEachOtherAndNameThemInCells() throws {
        var lea = Lead(
            LoopListRow.examples(4), size: CellSize(columns: 120, rows: 36), renderer: .halfBlocks)
        lea.start()
        lea.press("j Enter")
        let frame = render(lea.state)
        #expect(frame.pane?.canvas.width == 86)
        #expect(
            lea.screen.contains {
                $0.contains("dog 0.41 relabelled") && $0.contains("cat, was dog")
            })
        #expect(frame.covers.count == 2)
    }
}
