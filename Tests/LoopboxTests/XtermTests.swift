import Annotations
import Foundation
import OrderedJSON
import TestSupport
import Testing

/// The whole program in a real xterm on a virtual display: pixels on the screen, boxes in the files.
@Suite(.enabled(if: Requirement.isMet(XtermDrive.isPossible), "needs xterm-drive and its programs"))
struct XtermTests {
    /// In 160×50 cells of 6×13 pixels the pane is 756×611 below one row; at 1:1 the photo's 640×480
    /// pixels stand in its middle.
    private static let corner = (x: 58, y: 13 + 66)

    @Test func thePhotoIsOnTheScreenAndADragIsExactlyItsBox() throws {
        let folder = try ReviewFolder(photos: 1)
        let picture = folder.path + "/screen.png"
        let (start, end) = ((300, 300), (420, 380))
        try drive(
            folder,
            """
            wait 2
            key z 1
            wait 1
            shot \(picture)
            drag \(Self.corner.x + start.0) \(Self.corner.y + start.1) \
            \(Self.corner.x + end.0) \(Self.corner.y + end.1)
            wait 1
            key a
            wait 1
            key q
            """)
        #expect(try psnr(of: picture) >= 30)
        let output = try #require(try WorkstationTests.outputs(in: folder.workspace).first)
        let boxes = output["humanAnswers"]?.elements.first?["answerContent"]?["annotatedResult"]?[
            "boundingBoxes"]?.elements
        #expect(boxes?.map { $0["left"] } == [.integer(100), .integer(300)])
        #expect(boxes?.map { $0["top"] } == [.integer(120), .integer(300)])
        #expect(boxes?.map { $0["width"] } == [.integer(100), .integer(120)])
        #expect(boxes?.map { $0["height"] } == [.integer(100), .integer(80)])
    }

    private func drive(_ folder: ReviewFolder, _ steps: String) throws {
        let run = ProgramRun(
            [
                "timeout", "90", XtermDrive.tool, "-g", "160x50", "--", Program.path, "-C",
                folder.workspace,
            ], input: steps + "\n")
        #expect(run.status == 0)
    }

    /// The likeness of the screen to the photo as it was drawn, in decibels, clear of the box.
    private func psnr(of picture: String) throws -> Double {
        let (left, top, width, height) = (10, 260, 600, 200)
        let raw = picture + ".rgb"
        let crop = "\(width)x\(height)+\(Self.corner.x + left)+\(Self.corner.y + top)"
        let run = ProgramRun([
            "convert", picture, "-crop", crop, "+repage", "-depth", "8", "rgb:" + raw,
        ])
        #expect(run.status == 0)
        let pixels = [UInt8](try Data(contentsOf: URL(filePath: raw)))
        try #require(pixels.count == width * height * 3)
        var squares = 0.0
        for index in 0..<(width * height) {
            let (x, y) = (left + index % width, top + index / width)
            for (channel, value) in ReviewFolder.color(x: x, y: y, photo: 0).enumerated() {
                let difference = Double(pixels[index * 3 + channel]) - Double(value)
                squares += difference * difference
            }
        }
        return 10 * log10(255 * 255 * Double(pixels.count) / max(squares, 1))
    }
}

/// The tool that runs a program in an xterm, drives it and takes screenshots.
enum XtermDrive {
    static let tool = SharedPhotos.root + "/tools/xterm-drive"

    static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: tool) }
}
