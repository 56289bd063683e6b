import Annotations
import HumanReview
import Imaging
import Screen
import Testing
import Workbench

/// One loop of the list.
@Suite struct LoopDetailTests {
    @Test(arguments: [(80, 24), (120, 36)])
    func theLoop(columns: Int, rows: Int) throws {
        var lea = Lead.atLoops(size: CellSize(columns: columns, rows: rows))
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
        var lea = Lead.atLoops()
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

    @Test func aPhotoThatCannotBeShownIsNamed() throws {
        var lea = Lead.atLoops()
        lea.press("j Enter")
        let request = try #require(lea.state.loops.detail?.photo?.requested)
        lea.send(.photoFailed(request, reason: "no such file"))
        #expect(lea.screen.contains { $0.contains("\(request.image.path): no such file") })
    }

    @Test func bothCopiesAreZoomedAndMovedTogether() throws {
        var lea = Lead.atLoops()
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
        var lea = Lead.atLoops()
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
        var lea = Lead.atLoops(size: CellSize(columns: 80, rows: 24))
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
        var lea = Lead.atLoops()
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
        var lea = Lead.atLoops()
        lea.press("j j Enter j k k")
        #expect(lea.state.loops.detail?.name == "loop-1")
        lea.press("Esc")
        #expect(lea.state.loops.mode == .list)
        #expect(lea.list.cursor == 1)
    }

    @Test func aLoopIsOpenedInReviewAndComeBackFrom() {
        var lea = Lead.atLoops()
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
