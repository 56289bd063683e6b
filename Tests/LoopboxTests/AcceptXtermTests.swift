import Annotations
import Foundation
import HumanReview
import Imaging
import OrderedJSON
import ReviewStore
import Screen
import TestSupport
import Testing

@testable import Workbench

/// A sheet of photographs in a real xterm: legible, small to send, accepted with a few keys and taken back.
@Suite(
    .enabled(
        if: Requirement.isMet(XtermDrive.isPossible && SharedPhotos.isPresent),
        "needs xterm-drive and the shared photos"))
struct AcceptXtermTests {
    private static let screen = CellSize(columns: 160, rows: 50)
    private static let cell = (width: 6, height: 13)
    /// What one sheet of 24 photographs may take after zlib, in bytes.
    private static let budget = 120_000

    @Test func aSheetIsLegibleSmallAcceptedAndTakenBack() throws {
        let folder = try StreetFolder(photos: 24)
        let store = try SQLiteReviewStore(
            workspace: try #require(Workspace.find(from: folder.workspace)))
        let images = try store.confidentPage(ConfidentQuery(), after: nil, limit: 100)
        try #require(images.count == 24)

        let picture = folder.path + "/sheet.png"
        let bytes = try drive(folder, "wait 4\nshot \(picture)\nkey q\n")
        #expect(bytes <= Self.budget)
        try checkPixels(of: picture, images)

        try drive(folder, "wait 3\nkey l space A A\nwait 3\nkey q\n")
        let picked = images[1]
        let loops = try store.loops(limit: 100)
        let accepted = loops.filter { $0.status == .completed }
        #expect(accepted.count == 23)
        #expect(
            Set(accepted.map(\.image.id))
                == Set(images.map(\.image.id)).subtracting([picked.image.id]))
        #expect(loops.filter { $0.status == .inProgress }.map(\.image.id) == [picked.image.id])
        #expect(Set(try outputs(in: folder)) == Set(accepted.map(\.name)))

        try drive(folder, "wait 3\nkey u\nwait 3\nkey q\n")
        #expect(try store.confidentPage(ConfidentQuery(), after: nil, limit: 100) == images)
        #expect(try store.loops(limit: 100).isEmpty)
        #expect(try outputs(in: folder).isEmpty)
    }

    @Test func aCardOfCropsIsLegibleAndSmall() throws {
        let folder = try StreetFolder(photos: 24)
        let store = try SQLiteReviewStore(
            workspace: try #require(Workspace.find(from: folder.workspace)))
        let query = ConfidentBoxQuery(filter: ConfidentBoxFilter(label: "person"))
        let grid = Self.grid
        let boxes = try store.confidentBoxes(query, after: nil, limit: grid.count)
        try #require(boxes.count >= 10)

        let picture = folder.path + "/card.png"
        try drive(
            folder, "wait 3\nkey b\ntype person\nkey Return\nwait 3\nshot \(picture)\nkey q\n")
        let screen = try Self.screenshot(picture)
        for (index, box) in boxes.enumerated() {
            let caption = SheetCaption(.box(box), isPicked: false)
            #expect(shows(caption, at: index, grid, screen), "crop \(index)")
        }
        try drive(
            folder, "wait 3\nkey b\ntype person\nkey Return\nwait 2\nkey space A A\nwait 3\nkey q\n"
        )
        let rejected = try #require(boxes.first)
        let review = try store.loops(status: .inProgress, limit: 9)
        #expect(review.map(\.image.id) == [rejected.image.image.id])
        let task = try store.open(
            try #require(review.first).name, for: Worker(name: "bob"),
            at: Timestamp(milliseconds: 1))
        #expect(task.rejected == [RejectedBox(id: rejected.position, worker: Worker(name: "ana"))])
    }

    private static var grid: SheetGrid {
        let layout = ScreenLayout(screen)
        let pane = layout?.pane ?? CellRect(column: 0, row: 0, columns: 0, rows: 0)
        return SheetGrid(
            columns: nil,
            pane: PixelSize(width: pane.columns * cell.width, height: pane.rows * cell.height),
            metrics: ScreenMetrics(
                size: screen, cellWidth: cell.width, cellHeight: cell.height, renderer: .sixel))
    }

    private static func screenshot(_ path: String) throws -> Screenshot {
        try Screenshot(
            path: path, width: screen.columns * cell.width, height: screen.rows * cell.height)
    }

    /// Every caption, and every photo's surest box with its class, where they belong.
    private func checkPixels(of picture: String, _ images: [ConfidentImage]) throws {
        let screen = try Self.screenshot(picture)
        let grid = Self.grid
        for (index, image) in images.enumerated() {
            #expect(
                shows(SheetCaption(.image(image), isPicked: false), at: index, grid, screen),
                "caption \(index)")
            guard let surest = image.detections.max(by: { $0.score < $1.score }) else { continue }
            let rect = place(of: surest, on: image, grid, index)
            // Its right and lower edge: the class stands on the upper one.
            let edges = [
                PixelRect(
                    x: rect.endX - 1, y: rect.y + rect.height / 2, width: 1, height: rect.height / 2
                ),
                PixelRect(x: rect.x, y: rect.endY - 1, width: rect.width, height: 1),
            ]
            for edge in edges where edge.width * edge.height > 4 {
                #expect(screen.colors(in: edge).count == 1, "box \(index)")
            }
            let font = BitmapFont.small
            let width = font.width(of: surest.label) + 2
            guard rect.width * rect.height >= width * (font.height + 1) * 2 else { continue }
            let photo = grid.photo(index)
            let left = min(rect.x, photo.endX + 0 - width)
            #expect(screen.shows(surest.label, x: left + 1, y: rect.y + 1), "label \(index)")
        }
    }

    private func shows(
        _ caption: SheetCaption, at index: Int, _ grid: SheetGrid, _ screen: Screenshot
    ) -> Bool {
        let rect = grid.caption(index)
        let text = caption.text(width: (rect.width - 2) / BitmapFont.small.width)
        return screen.shows(text, x: rect.x + 1, y: rect.y + 2 + Self.cell.height)
    }

    /// Where a box is on the screen, whose first row of cells is the header.
    private func place(
        of detection: Detection, on image: ConfidentImage, _ grid: SheetGrid, _ index: Int
    ) -> PixelRect {
        let photo = grid.photo(index)
        let viewport = Viewport(
            imageSize: image.image.size, orientation: image.image.orientation,
            paneSize: PixelSize(width: photo.width, height: photo.height))
        let pane = viewport.pane(detection.box.pixelBox(in: image.image.size))
        let rect = PixelRect(
            x: photo.x + Int(pane.left.rounded()), y: photo.y + Int(pane.top.rounded()),
            width: max(2, Int(pane.width.rounded())), height: max(2, Int(pane.height.rounded()))
        ).intersection(photo)
        return PixelRect(
            x: rect.x, y: rect.y + Self.cell.height, width: rect.width, height: rect.height)
    }

    /// Drives the accept screen, and returns how many bytes it sent, after zlib.
    @discardableResult
    private func drive(_ folder: StreetFolder, _ steps: String) throws -> Int {
        let log = folder.path + "/bytes"
        let run = ProgramRun(
            [
                "timeout", "90", XtermDrive.tool, "-g",
                "\(Self.screen.columns)x\(Self.screen.rows)", "--", "script", "-qefO", log, "-c",
                "\(Program.path) -C \(folder.workspace) --worker ana accept",
            ], input: steps)
        #expect(run.status == 0, "\(run.output)")
        #expect(ProgramRun(["gzip", "-kf", log]).status == 0)
        return try Data(contentsOf: URL(filePath: log + ".gz")).count
    }

    /// The loops that have an output file.
    private func outputs(in folder: StreetFolder) throws -> [String] {
        let output = try #require(Workspace.find(from: folder.workspace)).outputPath
        let files = FileManager.default.enumerator(atPath: output)?.allObjects ?? []
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix("/output.json") }
            .compactMap { $0.split(separator: "/").dropLast().last.map(String.init) }
    }
}
