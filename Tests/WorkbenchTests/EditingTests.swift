import Annotations
import HumanReview
import Screen
import Testing
import Workbench
import TestSupport

/// What keys do to boxes, in the words of the key table.
@Suite struct EditingTests {
    @Test func arrowsMoveTheBoxByOnePixelAndCapitalsByTen() throws {
        var ana = Reviewer([.example()])
        ana.press("l l Down K")
        #expect(ana.boxes[0].box == BoundingBox(left: 102, top: 91, width: 100, height: 100))
        #expect(ana.boxes[0].score == nil)
        #expect(ana.boxes[1].box == BoundingBox(left: 220, top: 100, width: 100, height: 100))
    }

    @Test func aBoxStopsAtTheImagesEdgeUnchangedInSize() {
        var ana = Reviewer([.example()])
        for _ in 0..<60 { ana.press("L") }
        #expect(ana.boxes[0].box == BoundingBox(left: 540, top: 100, width: 100, height: 100))
    }

    @Test(arguments: [
        ("h", BoundingBox(left: 99, top: 100, right: 200, bottom: 200)),
        ("l", BoundingBox(left: 100, top: 100, right: 201, bottom: 200)),
        ("k", BoundingBox(left: 100, top: 99, right: 200, bottom: 200)),
        ("j", BoundingBox(left: 100, top: 100, right: 200, bottom: 201)),
        ("H", BoundingBox(left: 101, top: 100, right: 200, bottom: 200)),
        ("L", BoundingBox(left: 100, top: 100, right: 199, bottom: 200)),
        ("K", BoundingBox(left: 100, top: 101, right: 200, bottom: 200)),
        ("J", BoundingBox(left: 100, top: 100, right: 200, bottom: 199)),
    ])
    func resizingPushesAnEdgeOutAndPullsItIn(key: String, expected: BoundingBox) {
        var ana = Reviewer([.example()])
        ana.press("r \(key) Esc")
        #expect(ana.boxes[0].box == expected)
        #expect(ana.task?.mode == .normal)
    }

    @Test func anEdgePulledInLeavesOnePixel() {
        var ana = Reviewer([.example()])
        ana.press("r")
        for _ in 0..<130 { ana.press("H") }
        #expect(ana.boxes[0].box == BoundingBox(left: 199, top: 100, width: 1, height: 100))
    }

    @Test func keyboardCrosshairDrawsABox() {
        var ana = Reviewer([.example(detections: [])])
        ana.press("w")
        // The crosshair begins in the middle of the photo: 320, 240.
        ana.press("h k Enter L L j Enter")
        let far = 10.0 / (ana.task?.shownViewport?.scale ?? 1)
        let step = max(10, Int(far.rounded()))
        #expect(
            ana.boxes.map(\.box) == [
                BoundingBox(left: 319, top: 239, width: 2 * step, height: 1)
            ])
        #expect(ana.boxes.map(\.label) == ["aeroplane"])
    }

    @Test func fourExtremePointsDrawABox() {
        var ana = Reviewer([.example(detections: [])])
        ana.press("e h Space l k Space l j Space h j Space")
        #expect(ana.boxes.map(\.box) == [BoundingBox(left: 319, top: 239, width: 2, height: 2)])
    }

    @Test func classIsChosenByTypingAndByDigit() {
        var ana = Reviewer([.example()])
        ana.press("c")
        ana.type("sofa")
        ana.press("Enter")
        #expect(ana.boxes.map(\.label) == ["sofa", "cat"])
        ana.press("Tab 3")
        #expect(ana.boxes.map(\.label) == ["sofa", "bird"])
    }

    @Test func deleteUndoRedo() {
        var ana = Reviewer([.example()])
        let before = ana.boxes
        ana.press("d d")
        #expect(ana.boxes.isEmpty)
        ana.press("u u")
        #expect(ana.boxes == before)
        ana.press("U Ctrl+R")
        #expect(ana.boxes.isEmpty)
    }

    @Test func copyPasteRepeat() {
        var ana = Reviewer([.example()])
        ana.press("y p")
        #expect(ana.boxes.count == 3)
        #expect(ana.boxes[2].box == BoundingBox(left: 110, top: 110, width: 100, height: 100))
        ana.press("c")
        ana.type("horse")
        ana.press("Enter S-Tab .")
        #expect(ana.boxes.map(\.label) == ["dog", "horse", "horse"])
    }

    @Test func hintLettersSelect() {
        var ana = Reviewer([.example()])
        ana.press("f s")
        #expect(ana.task?.selection == 1)
    }

    @Test func thresholdTakesAndDropsTheModelsBoxesOnly() {
        var ana = Reviewer([.example(detections: [("dog", 0.45), ("cat", 0.3), ("cow", 0.12)])])
        #expect(ana.boxes.map(\.id) == [0, 1])
        ana.press("{ {")
        #expect(ana.boxes.map(\.id) == [0, 1, 2])
        // A box a person touched stays whatever the threshold.
        ana.press("Tab l } } } } } } } } }")
        #expect(ana.boxes.map(\.label) == ["cat"])
        ana.press("u u u u u u u u u u u u")
        #expect(ana.boxes.map(\.id) == [0, 1])
    }

    @Test func aDeletedProposalDoesNotComeBackWithTheThreshold() {
        var ana = Reviewer([.example()])
        ana.press("Tab d } {")
        #expect(ana.boxes.map(\.label) == ["dog"])
    }

    @Test func confirmingGoesToTheNextBox() {
        var ana = Reviewer([.example()])
        ana.press("Space")
        #expect(ana.task?.selection == 1)
        #expect(ana.boxes.map(\.isConfirmed) == [true, false])
    }

    @Test func aTurnedPhotoMovesAsItIsSeen() {
        var ana = Reviewer([.example(orientation: .rotatedClockwise)])
        ana.press("l")
        // Turned clockwise, right on the screen is up in the file.
        #expect(ana.boxes[0].box == BoundingBox(left: 100, top: 99, width: 100, height: 100))
    }

    @Test(arguments: 0..<40)
    func undoingEverythingAndRedoingItIsIdentity(seed: Int) {
        var ana = Reviewer([.example(), .example("loop-2")])
        let initial = ana.boxes
        var random = SeededGenerator(seed: UInt64(seed))
        let keys = [
            "l", "J", "Tab", "d", "y", "p", "3", "Space", "{", "}", "u", ".", "r", "h", "Esc",
        ]
        for _ in 0..<60 { ana.press(keys[Int(random.next() % UInt64(keys.count))]) }
        ana.press("Esc")
        let final = ana.boxes
        // What was undone before the end stays redoable beyond it, so redo exactly what is undone here.
        var depth = 0
        while ana.task?.draft.canUndo == true {
            ana.press("u")
            depth += 1
        }
        #expect(ana.boxes == initial)
        for _ in 0..<depth { ana.press("U") }
        #expect(ana.boxes == final)
        #expect(ana.journals["loop-2"] == nil)
    }
}
