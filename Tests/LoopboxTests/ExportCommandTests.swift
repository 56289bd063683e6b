import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

@testable import loopbox

/// Where exports take their place.
@Suite struct ExportCommandTests {
    private let folder: ExchangeFolder

    init() throws { folder = try ExchangeFolder(classes: ExchangeFolder.photoClasses) }

    @Test(arguments: ["pascal-voc", "coco", "yolo"])
    func anExportReplacesItsOwnAndNothingElse(format: String) throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        let arguments = [
            "-C", folder.path("w"), "export", format, "-o", folder.path("out"),
            "--images", "copy",
        ]
        for _ in 0..<2 {
            let program = try Program.run(executable: Program.path, arguments: arguments)
            #expect(program.status == 0, "\(program.errors)")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        #expect(left.sorted() == ["labels.txt", "out", "voc", "w"])
        try folder.files.write("mine", to: "out/notes.txt")
        let refused = try Program.run(executable: Program.path, arguments: arguments)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("out/notes.txt: no export wrote it"))
        let foreign = try Program.run(
            "-C", folder.path("w"), "export", format, "-o", folder.path("voc"), "--images", "copy")
        #expect(foreign.errors.contains("voc: not empty and no earlier export"))
        #expect(try folder.files.read("out/notes.txt") == "mine")
    }

    @Test func aFailedExportLeavesTheOldOne() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try folder.run("w", "export", "yolo", "-o", folder.path("out"))
        try FileManager.default.removeItem(atPath: folder.path("voc/JPEGImages/d.jpg"))
        let failed = try Program.run(
            "-C", folder.path("w"), "export", "yolo", "-o", folder.path("out"))
        #expect(failed.status == 1 && failed.errorLines.count == 1)
        #expect(failed.errors.contains("d.jpg: No such file or directory; put the image back"))
        #expect(try folder.files.read("out/labels/d.txt") != "")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        #expect(left.sorted() == ["labels.txt", "out", "voc", "w"])
    }

    /// The message's own words, typed into a shell, are the way on.
    @Test(
        arguments: [
            ("yolo", "link", 2), ("pascal-voc", "copy", 2), ("coco", "copy", 2),
            ("recordio", "none", 1),
        ], awkwardStems)
    func aMissingPhotoIsLeftOutAsTheMessageSays(
        export: (format: String, images: String, left: Int), stem: String
    ) throws {
        try folder.writePhotos()
        for (directory, ending) in [("JPEGImages", ".jpg"), ("Annotations", ".xml")] {
            try FileManager.default.moveItem(
                atPath: folder.path("voc/\(directory)/d\(ending)"),
                toPath: folder.path("voc/\(directory)/\(stem)\(ending)"))
        }
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try FileManager.default.removeItem(atPath: folder.path("voc/JPEGImages/\(stem).jpg"))
        let arguments = [
            "-C", folder.path("w"), "export", export.format, "-o", folder.path("out"), "--images",
            export.images,
        ]
        let failed = try Program.run(executable: Program.path, arguments: arguments)
        #expect(failed.status == 1 && failed.errorLines.count == 1)
        #expect(failed.errors.contains("/\(stem).jpg: "))
        #expect(
            failed.errors.contains("No such file or directory; put the image back, or leave it"))
        #expect(failed.errors.contains("--images none") == (export.format != "recordio"))
        let option = try #require(failed.errors.firstMatch(of: /--filter='.*'/))
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        let shell = try Program.run(
            executable: "/bin/sh",
            arguments: ["-c", "\"$0\" \"$@\" \(option.output)", Program.path] + arguments,
            in: folder.files.path)
        #expect(shell.status == 0, "\(shell.errors)")
        #expect(shell.output.hasPrefix("\(export.left) loop"))
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        #expect(Set(after) == Set(before + ["out"]), "nothing of a name is run")
    }

    /// No pattern, no quote and no blank of a name may mean something else, nor one that is a single
    /// character with the mark after it.
    private static let awkwardStems = [
        "it's [a] *?", "a'\u{301};touch${IFS}pwned;#", "*\u{301}?\u{301}[\u{301}]\u{301}a'\u{301}'",
    ]

    /// What is to be thrown away takes no room: here the second photo has more bytes than a file may.
    @Test func nothingMoreIsWrittenOnceAPhotoIsMissing() throws {
        try folder.writePhotos()
        let photo = try TemporaryDirectory.jpeg() + [UInt8](repeating: 0, count: 3 << 17)
        try folder.files.write(photo, to: "voc/JPEGImages/d.jpg")
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try FileManager.default.removeItem(atPath: folder.path("voc/JPEGImages/a.jpg"))
        try folder.files.write("changed", to: "voc/JPEGImages/b c.jpg")
        for arguments in [["recordio"], ["yolo", "--images", "copy"]] {
            let failed = try Program.run(
                executable: "/bin/sh",
                arguments: [
                    "-c", "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\"", Program.path, "-C",
                    folder.path("w"), "export", "-o", folder.path("out"),
                ] + arguments)
            // Records leave out a photo without an object, whatever has become of it.
            let others = arguments == ["recordio"] ? "" : " (and 1 more image cannot be used)"
            #expect(failed.errors.contains("a.jpg: the file cannot be opened"), "\(failed.errors)")
            #expect(failed.errors.contains("No such file or directory\(others); put the image"))
        }
    }

    @Test func ofManyMissingPhotosFewAreKept() throws {
        var unusable = UnusableImages()
        for number in 1...1_000 {
            unusable.append(UnusableImage(path: "/p/\(number).jpg", reason: "gone"))
        }
        #expect(unusable.images.count <= 3)
        let error = unusable.error(try LoopFilterText.filter([]), canStay: false)
        #expect(
            error?.description == """
                /p/1.jpg: gone (and 999 more images cannot be used); put the images back, or leave \
                them out with --filter='-image:/p/1.jpg' and so on
                """)
    }

    @Test func allMissingPhotosAreCountedAtOnce() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        for name in ["a", "b c"] {
            try FileManager.default.removeItem(atPath: folder.path("voc/JPEGImages/\(name).jpg"))
        }
        try folder.files.write("changed", to: "voc/JPEGImages/d.jpg")
        let failed = try Program.run(
            "-C", folder.path("w"), "export", "yolo", "-o", folder.path("out"), "--images", "copy",
            "--filter", "imported:yes")
        let photos = folder.path("voc/JPEGImages")
        #expect(
            failed.errors.hasSuffix(
                """
                a.jpg: the file cannot be opened: No such file or directory (and 2 more images cannot \
                be used); put the images back, or leave them out with \
                --filter='imported:yes -image:\(photos)/a.jpg -image:"\(photos)/b c.jpg" \
                -image:\(photos)/d.jpg', or give --images none

                """), "\(failed.errors)")
        let named = try folder.run(
            "w", "export", "yolo", "-o", folder.path("out"), "--images", "none")
        #expect(named.output.hasPrefix("3 loops written"))
    }

    /// Wherever a killed export stopped, the next one goes on from what is whole.
    @Test func whatAKilledExportLeftIsCleared() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try folder.run("w", "export", "yolo", "-o", folder.path("out"))
        // Killed between the renaming of the old export and that of the new one.
        try FileManager.default.moveItem(
            atPath: folder.path("out"), toPath: folder.path(".out.replaced"))
        try folder.files.write("half", to: ".out.exporting/labels/a.txt")
        let refused = try Program.run(
            "-C", folder.path("w"), "export", "yolo", "-o", folder.path("out"), "--filter",
            "label:")
        #expect(refused.status == 2 && refused.errors.contains("--filter: filter, column"))
        let chosen = try folder.run(
            "w", "export", "yolo", "-o", folder.path("out"), "--filter", "label:no imported:yes")
        #expect(chosen.output == "1 loop written to \(folder.path("out"))\n")
        let labels = try FileManager.default.contentsOfDirectory(
            atPath: folder.path("out/labels"))
        #expect(labels == ["a.txt"])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        #expect(left.sorted() == ["labels.txt", "out", "voc", "w"])
    }
}
