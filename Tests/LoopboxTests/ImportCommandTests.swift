import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

/// Data sets that come in through the program.
@Suite struct ImportCommandTests {
    private let folder: ExchangeFolder

    init() throws { folder = try ExchangeFolder(classes: ExchangeFolder.photoClasses) }

    @Test func answersBecomeCompletedLoopsOnce() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        let first = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers", "--worker", "ann")
        #expect(first.output == "3 answers imported\n")
        #expect(try folder.answers("w") == ExchangeFolder.photoBoxes)
        let events = try folder.files.read("w/output/events.jsonl").split(separator: "\n")
        #expect(events.count == 3)
        let status = try folder.run("w", "status", "--json").json()
        #expect(status["loops"]?["Completed"] == .integer(3))
        #expect(status["images"] == .integer(3))
        let again = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers", "--json")
        #expect(try again.json()["unchanged"] == .integer(3))
        #expect(try again.json()["completed"] == .integer(0))
        #expect(try folder.files.read("w/output/events.jsonl").split(separator: "\n") == events)
    }

    @Test func importedOutputsAreWhole() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers", "--worker", "ann")
        let loops = try folder.run("w", "loops", "list", "--json").json()
        guard case .array(let items) = loops else { return #expect(Bool(false)) }
        for item in items {
            guard case .string(let uri) = item["HumanLoopOutput"]?["OutputS3Uri"],
                let url = URL(string: uri)
            else {
                Issue.record("no output in \(item)")
                continue
            }
            let output = try JSONParser().parse([UInt8](Data(contentsOf: url)))
            guard case .array(let answers) = output["humanAnswers"] else { continue }
            #expect(answers.count == 1)
            #expect(answers.first?["workerId"] == .string(Worker(name: "ann").identifier))
        }
        #expect(items.count == 3)
    }

    @Test func oneBadRecordIsNamedAndLosesNoOther() throws {
        try folder.writePhotos()
        try folder.files.write(
            "<annotation>\n<size><width>64</width></size></annotation>",
            to: "voc/Annotations/a.xml")
        try folder.files.write("<annotation/>", to: "voc/Annotations/nobody.xml")
        try folder.makeWorkspace("w")
        let program = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        #expect(
            program.output
                == "2 answers imported; 2 problems, 'loopbox status' shows them\n")
        #expect(program.errors.contains("a.xml:2: <size> has no <height>; correct the file"))
        let again = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        #expect(again.errors == "")
    }

    @Test func proposalsAreRoutedLikeAModels() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        let coco = """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 64, "height": 48},
                {"id": 2, "file_name": "d.jpg", "width": 64, "height": 48}],
             "categories": [{"id": 7, "name": "cat"}]}
            """
        try folder.files.write(coco, to: "instances.json")
        try folder.files.write(
            """
            [{"image_id": 1, "category_id": 7, "bbox": [1.2, 2, 3, 4], "score": 0.9},
             {"image_id": 2, "category_id": 7, "bbox": [60, 40, 10, 10], "score": 0.3}]
            """, to: "results.json")
        let arguments = [
            "-C", folder.path("w"), "import", "coco", folder.path("results.json"), "--as",
            "proposals", "--images", folder.path("voc/JPEGImages"),
        ]
        let refused = try Program.run(executable: Program.path, arguments: arguments)
        #expect(refused.status == 1 && refused.errors.contains("--instances"))
        let program = try Program.run(
            executable: Program.path,
            arguments: arguments + ["--instances", folder.path("instances.json")])
        #expect(program.status == 0, "\(program.errors)")
        #expect(
            program.output
                == "2 images with proposals imported: 1 to review, 1 confident; "
                + "1 box cut or left out\n")
        let loop = try #require(try folder.store("w").loops(limit: 9).first)
        let details = try folder.store("w").details(ofLoop: loop.name)
        #expect(
            details.inputContent.proposals.map(\.box) == [
                BoundingBox(left: 60, top: 40, right: 64, bottom: 48)
            ])
        #expect(details.loop.score == 0.3)
    }

    /// As COCO's own data are: crowds, boxes without a pixel, images in a directory named by the split.
    @Test func cocosOwnLayoutIsRead() throws {
        for name in ["a", "b"] {
            try folder.files.writeImage("coco/val2017/\(name).jpg", seed: name == "a" ? 1 : 2)
        }
        try folder.files.write(
            """
            {"images": [{"id": 9, "file_name": "a.jpg", "width": 64, "height": 48},
             {"id": 7, "file_name": "b.jpg", "width": 64, "height": 48},
             {"id": 5, "file_name": "../../labels.txt", "width": 64, "height": 48}],
             "annotations": [
             {"image_id": 9, "category_id": 3, "bbox": [0, 0, 9.6, 9.4], "iscrowd": 0},
             {"image_id": 9, "category_id": 3, "bbox": [1, 1, 60, 40], "iscrowd": 1},
             {"image_id": 9, "category_id": 3, "bbox": [5, 5, 0.2, 3], "iscrowd": 0},
             {"image_id": 1, "category_id": 3, "bbox": [0, 0, 2, 2], "iscrowd": 0}],
             "categories": [{"id": 3, "name": "cat"}]}
            """, to: "coco/annotations/instances_val2017.json")
        try folder.makeWorkspace("w")
        let program = try folder.run(
            "w", "import", "coco", folder.path("coco"), "--as", "answers")
        #expect(
            program.output
                == "2 answers imported; 2 boxes cut or left out; 2 problems, 'loopbox status' shows "
                + "them\n")
        #expect(program.errors.contains("image 9: 'annotations[1]' is a crowd"))
        #expect(program.errors.contains("annotations[3]: 'image_id' is 1, which is no image"))
        #expect(program.errors.contains("image 5: '../../labels.txt' is not in"))
        #expect(
            try folder.answers("w") == [
                "a.jpg": [
                    LabeledBox(
                        label: "cat", box: BoundingBox(left: 0, top: 0, right: 10, bottom: 9))
                ], "b.jpg": [],
            ])
    }

    @Test func noLabelFileIsNoAnswer() throws {
        for (index, name) in ["a", "b", "c"].enumerated() {
            try folder.files.writeImage("yolo/images/\(name).jpg", seed: UInt8(index))
        }
        try folder.files.write("1 0.5 0.5 0.25 0.25\n", to: "yolo/labels/a.txt")
        try folder.files.write("", to: "yolo/labels/b.txt")
        try folder.files.write(
            "train: images\nnames:\n  0: nobody\n  1: cat\n", to: "yolo/data.yaml")
        try folder.makeWorkspace("w")
        let program = try folder.run(
            "w", "import", "yolo", folder.path("yolo"), "--as", "answers")
        #expect(program.output == "2 answers imported; 1 image not annotated\n")
        #expect(
            try folder.answers("w") == [
                "a.jpg": [
                    LabeledBox(
                        label: "cat", box: BoundingBox(left: 24, top: 18, right: 40, bottom: 30))
                ], "b.jpg": [],
            ])
    }

    /// Programs that turn photos as they read them annotate the turned picture.
    @Test func boxesOfATurnedPictureAreRefused() throws {
        // 64×48 stored, to be turned clockwise.
        let turned: [UInt8] = [
            0xFF, 0xE1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1,
            1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ]
        let jpeg = try TemporaryDirectory.jpeg()
        for name in ["a", "b"] {
            try folder.files.write(
                Array(jpeg.prefix(2)) + turned + jpeg.dropFirst(2), to: "voc/\(name).jpg")
        }
        for (name, width, height) in [("a", 48, 64), ("b", 64, 48)] {
            try folder.files.write(
                """
                <annotation><size><width>\(width)</width><height>\(height)</height></size></annotation>
                """, to: "voc/\(name).xml")
        }
        try folder.makeWorkspace("w")
        let program = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        #expect(program.errors.contains("about the picture turned upright, 48×64"))
        #expect(program.output.hasPrefix("1 answer imported; 1 problem"))
        let exported = try folder.run("w", "export", "yolo", "-o", folder.path("out"))
        #expect(exported.errors.contains("1 of the images is turned by EXIF; its boxes"))
    }

    @Test func aFormatThereIsNotIsToldOnALineWithThoseThereAre() throws {
        let program = try Program.run("import", "voc", folder.files.path, "--as", "answers")
        #expect(program.status == 2)
        #expect(
            program.errors == """
                loopbox: The value 'voc' is invalid for '<format>'. Please provide one of the \
                following: augmented-manifest, image-json, pascal-voc, coco, yolo, recordio; \
                'loopbox import --help' says how

                """)
        // What a user typed stays an escape, even where it looks like such a list.
        let typed = try Program.run("export", "voc:\n  - x", "-o", folder.path("out"))
        #expect(
            typed.errors == """
                loopbox: The value 'voc:\\n  - x' is invalid for '<format>'. Please provide one of \
                'augmented-manifest', 'pascal-voc', 'coco', 'yolo' or 'recordio'; \
                'loopbox export --help' says how

                """)
    }

    @Test func aFileOfAnotherFormIsRefusedWhole() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        for (format, path) in [
            ("augmented-manifest", "labels.txt"), ("coco", "labels.txt"), ("yolo", "voc"),
            ("pascal-voc", "voc/JPEGImages"), ("recordio", "labels.txt"), ("coco", "nothing"),
        ] {
            let program = try Program.run(
                "-C", folder.path("w"), "import", format, folder.path(path), "--as", "answers",
                "--images", folder.path("voc/JPEGImages"))
            #expect(program.status == 1 && program.errorLines.count == 1, "\(program.errors)")
            #expect(program.errors.contains(folder.path(path)), "\(program.errors)")
        }
        let status = try folder.run("w", "status", "--json").json()
        #expect(status["problemCount"] == .integer(0))
    }
}
