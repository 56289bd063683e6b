import Imaging
import Screen
import TestSupport
import Testing

@testable import Terminal

@Suite struct PixelLayerTests {
    @Test("the first frame puts the picture up", arguments: [false, true])
    func paintsPicture(usesEncodedPhoto: Bool) {
        var stage = PixelStage()
        stage.usesEncodedPhoto = usesEncodedPhoto
        stage.boxes = [PixelRect(x: 4, y: 5, width: 20, height: 15)]
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func anEncodedPhotoIsSentAsItIs() throws {
        var stage = PixelStage()
        stage.usesEncodedPhoto = true
        let encoded = try #require(stage.target?.encodedPhoto)
        let plan = stage.layer.plan(for: stage.target, traits: stage.traits)
        #expect(plan.images.firstRange(of: encoded) != nil)
    }

    @Test func anUnchangedFrameSendsNothing() {
        var stage = PixelStage()
        stage.show()
        #expect(stage.layer.plan(for: stage.target, traits: stage.traits).isEmpty)
    }

    @Test func aMovedBoxSendsLittle() {
        var stage = PixelStage()
        stage.boxes = [PixelRect(x: 4, y: 5, width: 20, height: 15)]
        let whole = stage.layer.plan(for: stage.target, traits: stage.traits).images.count
        stage.boxes[0].x += 1
        let moved = stage.layer.plan(for: stage.target, traits: stage.traits).images.count
        #expect(moved < whole / 4)
    }

    @Test func fortyMovesAreWhatAFreshPaintIs() {
        var stage = PixelStage()
        stage.boxes = [PixelRect(x: 0, y: 0, width: 20, height: 15)]
        stage.show()
        for step in 0..<40 {
            stage.boxes[0].x = step % 20
            stage.boxes[0].y = step * 3 % 17
            stage.show()
            #expect(stage.terminal.screen == stage.expected)
        }
        #expect(stage.settle() > 0)
        #expect(stage.terminal.screen == stage.expected)
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func anUncoveringThatShowsForgottenOverlaysIsMadeGood() {
        var stage = PixelStage()
        stage.fillPlaces()
        stage.identity = 2
        stage.layer.slots.own()
        stage.show()
        stage.move(times: 20)
        stage.terminal.uncover()
        #expect(stage.terminal.screen != stage.expected)
        stage.settle()
        #expect(stage.terminal.screen == stage.expected)
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func whatAPopupWipedFromThePhotoStaysInTheOverlay() {
        var stage = PixelStage()
        stage.fillPlaces()
        stage.covers = [CellRect(column: 4, row: 4, columns: 5, rows: 3)]
        stage.show()
        stage.covers = []
        stage.show()
        for _ in 0..<2 {
            stage.move(times: 2)
            stage.settle()
        }
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func aSmallerPhotoLeavesNothingOfTheLast() {
        var stage = PixelStage()
        stage.show()
        stage.identity = 2
        stage.canvasWidth = 19
        stage.canvasHeight = 12
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func aPopupKeepsItsCellsAndGivesThePixelsBack() {
        var stage = PixelStage()
        stage.show()
        stage.covers = [CellRect(column: 4, row: 4, columns: 5, rows: 3)]
        stage.show()
        stage.boxes = [PixelRect(x: 0, y: 0, width: 30, height: 25)]
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
        stage.covers = []
        stage.show()
        stage.settle()
        #expect(stage.terminal.screen == stage.expected)
        #expect(stage.terminal.uncovered == stage.expected)
    }

    @Test func aPopupThatCameAndWentMeanwhileIsMadeGood() {
        var stage = PixelStage()
        stage.show()
        stage.covers = [CellRect(column: 4, row: 4, columns: 5, rows: 3)]
        stage.showCellsOnly()
        stage.covers = []
        stage.showCellsOnly()
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
    }

    @Test func aPaneThatWentMeanwhileIsPaintedAnew() {
        var stage = PixelStage()
        stage.show()
        stage.layer.textDrawn(for: nil)
        #expect(!stage.layer.plan(for: stage.target, traits: stage.traits).isEmpty)
    }

    @Test func theLastRowIsNeverTouched() throws {
        var stage = PixelStage(rect: CellRect(column: 0, row: 1, columns: 20, rows: 13))
        stage.canvasHeight = 13 * 4
        stage.show()
        #expect(!stage.terminal.hasTouchedLastRow)
        #expect(try #require(stage.target).canvas.height == 12 * 4)
        #expect(stage.terminal.screen == stage.expected)
    }

    @Test func picturesBeyondTheLargestImageAreTiled() {
        var stage = PixelStage(hasImageSlots: false)
        stage.traits.largestImage = PixelExtent(width: 14, height: 13)
        stage.boxes = [PixelRect(x: 3, y: 3, width: 28, height: 22)]
        stage.show()
        stage.boxes[0].x += 2
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
    }

    @Test func withoutTransparencyWholeCellsAreSent() {
        var stage = PixelStage(hasImageSlots: false)
        stage.traits.lacksTransparency = true
        stage.boxes = [PixelRect(x: 3, y: 3, width: 20, height: 20)]
        stage.show()
        stage.boxes[0].x += 2
        let plan = stage.layer.plan(for: stage.target, traits: stage.traits)
        #expect(!plan.isEmpty)
        stage.terminal.take(plan.images)
        #expect(stage.terminal.screen == stage.expected)
        #expect(Self.images(in: plan.images).allSatisfy { !$0.pixels.contains(nil) })
    }

    @Test func anOpaqueTerminalPaintsAroundAPopup() {
        var stage = PixelStage(hasImageSlots: false)
        stage.traits.lacksTransparency = true
        stage.covers = [CellRect(column: 4, row: 4, columns: 5, rows: 3)]
        stage.show()
        #expect(stage.terminal.screen == stage.expected)
    }

    /// Photos, boxes, popups, sizes, a slow terminal and an uncovered window, in any order.
    ///
    /// An uncovered window may show what is not so until the picture settles.
    @Test(
        "whatever happens, the screen is the frame, before and after uncovering", arguments: 0..<16)
    func survivesAnything(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var stage = PixelStage(hasImageSlots: true)
        if seed % 4 == 1 { stage.traits.largestImage = PixelExtent(width: 20, height: 30) }
        stage.usesEncodedPhoto = seed % 2 == 0
        if seed % 5 == 0 { stage.rect.row = 0 }
        var isUncovered = false
        for _ in 0..<80 {
            stage.change(using: &random)
            if Int.random(in: 0..<6, using: &random) == 0 { stage.showCellsOnly() }
            stage.show()
            #expect(isUncovered || stage.terminal.screen == stage.expected)
            if Int.random(in: 0..<10, using: &random) == 0 {
                stage.terminal.uncover()
                isUncovered = true
            }
            guard Int.random(in: 0..<8, using: &random) == 0 else { continue }
            isUncovered = false
            stage.settle()
            #expect(stage.terminal.screen == stage.expected)
            #expect(stage.terminal.uncovered == stage.expected)
        }
        #expect(!stage.terminal.hasTouchedLastRow)
    }

    private static func images(in bytes: [UInt8]) -> [SixelReader] {
        bytes.split(separator: 0x1B).filter { $0.first == UInt8(ascii: "P") }.compactMap { image in
            image.firstIndex(of: UInt8(ascii: "q")).map { SixelReader(image[($0 + 1)...]) }
        }
    }
}

extension PixelStage {
    /// Moves a box until xterm has forgotten overlays, and lets the fillers take their places.
    mutating func fillPlaces() {
        show()
        for _ in 0..<2 {
            move(times: 20)
            settle()
        }
    }

    /// Moves a box, a frame each.
    mutating func move(times: Int) {
        for step in 0..<times {
            boxes = [PixelRect(x: step % 20, y: step * 3 % 17, width: 12, height: 9)]
            show()
        }
    }

    /// One of the things that happen to a screen.
    mutating func change(using random: inout SeededGenerator) {
        switch Int.random(in: 0..<50, using: &random) {
        case 0: identity += 1
        case 1:
            identity += 1
            canvasWidth = Int.random(in: 5...34, using: &random)
            canvasHeight = Int.random(in: 5...29, using: &random)
        case 2...7:
            covers = [
                CellRect(
                    column: Int.random(in: 2..<10, using: &random),
                    row: Int.random(in: 2..<7, using: &random),
                    columns: Int.random(in: 1...4, using: &random),
                    rows: Int.random(in: 1...3, using: &random))
            ]
        case 8...12: covers = []
        default:
            boxes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                PixelRect(
                    x: Int.random(in: -5...30, using: &random),
                    y: Int.random(in: -5...25, using: &random),
                    width: Int.random(in: 1...25, using: &random),
                    height: Int.random(in: 1...20, using: &random))
            }
        }
    }
}
