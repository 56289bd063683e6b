import Annotations
import HumanReview
import Screen
import Testing
import Workbench

/// What the mouse does to boxes, in pane pixels.
@Suite struct MouseTests {
    /// At 1:1 the pane shows the photo's pixels one to one; this is where stored (0, 0) is.
    private static func origin(_ ana: Reviewer) -> (Int, Int) {
        guard let place = ana.task?.shownViewport?.pane(x: 0, y: 0) else { return (0, 0) }
        return (Int(place.x), Int(place.y))
    }

    private static func atActualSize(_ task: OpenTask = .example(detections: [])) -> Reviewer {
        var ana = Reviewer([task])
        ana.press("z 1")
        return ana
    }

    private func drag(_ ana: inout Reviewer, _ from: (Int, Int), _ to: (Int, Int)) {
        let origin = Self.origin(ana)
        ana.drag(
            from: (origin.0 + from.0, origin.1 + from.1), to: (origin.0 + to.0, origin.1 + to.1))
    }

    @Test func aDragDrawsExactlyThatBox() {
        var ana = Self.atActualSize()
        drag(&ana, (123, 45), (301, 222))
        #expect(ana.boxes.map(\.box) == [BoundingBox(left: 123, top: 45, right: 301, bottom: 222)])
    }

    @Test func aDragBackwardsDrawsTheSameBox() {
        var ana = Self.atActualSize()
        drag(&ana, (301, 222), (123, 45))
        #expect(ana.boxes.map(\.box) == [BoundingBox(left: 123, top: 45, right: 301, bottom: 222)])
    }

    @Test func aFittedDragIsRightWithinAScreenPixel() throws {
        var ana = Reviewer([.example(detections: [])])
        let viewport = try #require(ana.task?.shownViewport)
        let start = viewport.pane(x: 123, y: 45)
        let end = viewport.pane(x: 301, y: 222)
        ana.drag(
            from: (Int(start.x.rounded()), Int(start.y.rounded())),
            to: (Int(end.x.rounded()), Int(end.y.rounded())))
        let box = try #require(ana.boxes.first?.box)
        let pixel = Int((1 / viewport.scale).rounded(.up))
        #expect(abs(box.left - 123) <= pixel && abs(box.right - 301) <= pixel)
        #expect(abs(box.top - 45) <= pixel && abs(box.bottom - 222) <= pixel)
    }

    @Test func draggingInsideMovesAndOnAnEdgeResizes() {
        var ana = Self.atActualSize(.example(detections: [("dog", 0.4)]))
        drag(&ana, (150, 150), (160, 130))
        #expect(ana.boxes[0].box == BoundingBox(left: 110, top: 80, width: 100, height: 100))
        drag(&ana, (209, 130), (230, 130))
        #expect(ana.boxes[0].box == BoundingBox(left: 110, top: 80, right: 231, bottom: 180))
        drag(&ana, (110, 80), (100, 90))
        #expect(ana.boxes[0].box == BoundingBox(left: 100, top: 90, right: 231, bottom: 180))
        #expect(ana.journals["loop-1"]?.map(\.kind) == [.open, .move, .resize, .resize])
    }

    @Test func anEdgeDraggedPastItsOppositeTurnsTheBoxRound() {
        var ana = Self.atActualSize(.example(detections: [("dog", 0.4)]))
        drag(&ana, (100, 150), (250, 150))
        #expect(ana.boxes[0].box == BoundingBox(left: 200, top: 100, right: 250, bottom: 200))
    }

    @Test func drawModeDrawsInsideABox() {
        var ana = Self.atActualSize(.example(detections: [("dog", 0.4)]))
        ana.press("w")
        drag(&ana, (120, 120), (150, 160))
        #expect(ana.boxes.map(\.id) == [0, 1])
        #expect(ana.boxes[1].box == BoundingBox(left: 120, top: 120, right: 150, bottom: 160))
    }

    @Test func aClickSelectsAndOnNothingDeselects() {
        var ana = Self.atActualSize(.example())
        let origin = Self.origin(ana)
        ana.mouse(.press(.left), (origin.0 + 270, origin.1 + 150))
        ana.mouse(.release(.left), (origin.0 + 270, origin.1 + 150))
        #expect(ana.task?.selection == 1)
        #expect(ana.journals["loop-1"]?.map(\.kind) == [.open])
        ana.mouse(.press(.left), (origin.0 + 20, origin.1 + 20))
        ana.mouse(.release(.left), (origin.0 + 20, origin.1 + 20))
        #expect(ana.task?.selection == nil)
        #expect(ana.boxes.count == 2)
    }

    @Test func theWheelZoomsAtThePointer() throws {
        var ana = Reviewer([.example()])
        let before = try #require(ana.task?.shownViewport?.stored(paneX: 300, paneY: 200))
        for _ in 0..<4 { ana.mouse(.wheelUp, (300, 200)) }
        let after = try #require(ana.task?.shownViewport?.stored(paneX: 300, paneY: 200))
        #expect(abs(before.x - after.x) < 1 && abs(before.y - after.y) < 1)
        ana.press("=")
        #expect(ana.task?.viewport?.isFitted == true)
    }

    @Test(arguments: ImageOrientation.allCases)
    func aTurnedPhotoIsDrawnOnInStoredPixels(orientation: ImageOrientation) throws {
        var ana = Self.atActualSize(.example(detections: [], orientation: orientation))
        let viewport = try #require(ana.task?.shownViewport)
        let start = viewport.pane(x: 250, y: 200)
        let end = viewport.pane(x: 300, y: 260)
        ana.drag(from: (Int(start.x), Int(start.y)), to: (Int(end.x), Int(end.y)))
        #expect(ana.boxes.map(\.box) == [BoundingBox(left: 250, top: 200, right: 300, bottom: 260)])
    }
}
