import Annotations
import HumanReview
import Imaging
import Screen

extension OpenTask {
    /// A task on a 640×480 photo with detections of the given classes and scores, in a row of boxes
    /// 100×100 from (100, 100), 120 apart.
    static func example(
        _ name: String = "loop-1", detections: [(String, Double)] = [("dog", 0.45), ("cat", 0.3)],
        orientation: ImageOrientation = .upright, journal: [Edit] = []
    ) -> OpenTask {
        let size = PixelSize(width: 640, height: 480)
        let found = detections.enumerated().map { index, detection in
            let left = Double(100 + 120 * index) / 640
            return Detection(
                label: detection.0, score: detection.1,
                box: NormalizedBox(
                    minimumX: left, minimumY: 100.0 / 480, maximumX: left + 100.0 / 640,
                    maximumY: 200.0 / 480))
        }
        let loop = HumanLoop(
            name: name, status: .inProgress,
            creationTime: Timestamp(milliseconds: 1_699_999_000_000), flowDefinitionName: "flow",
            image: ReviewImage(
                id: 1, path: "/photos/\(name).jpg", uri: "file:///photos/\(name).jpg",
                sha256: "", size: size, orientation: orientation),
            score: detections.map(\.1).max(), outputURI: "file:///out")
        return OpenTask(
            loop: loop,
            lease: Lease(
                loopName: name, taskID: 1, worker: Worker(name: "ana"), token: "t", revision: 0),
            detections: found,
            initialBoxes: found.enumerated().filter { $0.element.score >= 0.2 }.map {
                ReviewBox(
                    id: $0.offset, label: $0.element.label,
                    box: $0.element.box.pixelBox(in: size), score: $0.element.score)
            }, displayThreshold: 0.2, journal: journal,
            instructions: TaskInstructions(
                header: "Draw a box around every object", labels: .pascalVOC,
                shortInstructions: "Tight boxes.", fullInstructions: "Edges touch the object."))
    }
}

extension Theme {
    /// Greys for everything and twenty greys for the classes.
    static let test: Theme = {
        func grey(_ value: Int) -> RGBColor {
            RGBColor(red: UInt8(value), green: UInt8(value), blue: UInt8(value))
        }
        return Theme(
            name: "test", text: grey(200), mutedText: grey(150), strongText: grey(255),
            background: grey(0), panel: grey(20), border: grey(60), accent: grey(180),
            selectionText: grey(0), selectionBackground: grey(220), success: grey(190),
            warning: grey(191), error: grey(192), surround: grey(5), crosshair: grey(254),
            handle: grey(253), outlineShadow: grey(1), outlineLight: grey(252),
            classes: (0..<20).map { grey(100 + $0) })
    }()
}

extension CellGrid {
    /// The characters row by row, without the blanks at the ends of rows.
    var text: [String] {
        (0..<size.rows).map { row in
            let line = (0..<size.columns).map { self[$0, row].character }
                .filter { $0 != Cell.continuation }
            return String(String(line).reversed().drop { $0 == " " }.reversed())
        }
    }
}
