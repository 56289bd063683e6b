import Annotations
import Foundation
import HumanReview
import ImageCodecs
import Imaging
import ReviewStore
import Testing

/// A workspace with photos drawn for it, driven through the built program.
struct ReviewFolder {
    private let directory: TemporaryDirectory
    var workspace: String { directory.path + "/work" }

    /// Photos named `photo-0.jpg` and so on, 640×480, each with a prediction of one dog at 0.4 that
    /// covers the pixels 100..<200 by 120..<220.
    init(photos: Int) throws {
        directory = TemporaryDirectory()
        for number in 0..<photos {
            try directory.write(
                try JPEGEncoder.encode(Self.photo(number), quality: 90),
                to: "photos/photo-\(number).jpg")
            try directory.write(
                #"{"prediction": [[11, 0.4, 0.15625, 0.25, 0.3125, 0.4583333333]]}"#,
                to: "predictions/photo-\(number).json")
        }
        let program = try Program.run(
            "init", "work", "--images", "photos", "--predictions", "predictions",
            in: directory.path)
        #expect(program.status == 0)
    }

    /// Opens the workstation as a worker and waits for the photo.
    func open(worker: String = "ana") throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(Program.path, ["-C", workspace, "--worker", worker])
        #expect(terminal.wait { terminal.output.count > 8000 && terminal.text.contains("saved") })
        return terminal
    }

    /// Opens the workstation as a job of a shell, which goes on with it after a stop when it is sent a
    /// line.
    ///
    /// A program that leads its session cannot be stopped from the keyboard: the kernel drops the
    /// signal, since nobody could continue it.
    func openAsJob() throws -> PseudoTerminal {
        let script = "set -m; \"$0\" \"$@\"; while [ $? -eq 148 ]; do read line; fg; done"
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, Program.path, "-C", workspace, "--worker", "ana"])
        #expect(terminal.shows("saved"))
        return terminal
    }

    /// Opens the workstation on the smallest screen, and waits only until it takes keys.
    func openSmall() throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            Program.path, ["-C", workspace, "--worker", "ana"], columns: 80, rows: 24)
        #expect(terminal.shows("saved"))
        return terminal
    }

    /// The journal of the first loop.
    func journal() throws -> JournalReader {
        let workspace = try #require(Workspace.find(from: workspace))
        let store = try SQLiteReviewStore(workspace: workspace)
        return JournalReader(
            store: store, loop: try #require(try store.loops(limit: 1).first?.name))
    }

    /// The directory that everything is in.
    var path: String { directory.path }

    /// The colour a photo was drawn with at a pixel.
    static func color(x: Int, y: Int, photo number: Int) -> [UInt8] {
        [UInt8(x * 255 / 640), UInt8(y * 255 / 480), UInt8(60 + number * 20 % 190)]
    }

    private static func photo(_ number: Int) -> RGBImage {
        var pixels: [UInt8] = []
        for y in 0..<480 {
            for x in 0..<640 { pixels += color(x: x, y: y, photo: number) }
        }
        return RGBImage(width: 640, height: 480, pixels: pixels)
    }
}
