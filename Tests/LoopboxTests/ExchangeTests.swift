import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import Testing
import TestSupport

/// Data sets that come in and go out through the program.
@Suite struct ExchangeTests {
    private let folder: ExchangeFolder

    init() throws { folder = try ExchangeFolder(classes: ["cat", "dining table", "no"]) }

    /// Three photos of 64×48 in two directories, two of them of one name, annotated for VOC.
    private func writePhotos() throws {
        for (seed, (name, objects)) in [
            ("a", [("cat", 1, 1, 64, 48), ("no", 7, 8, 7, 8)]), ("b c", []),
            ("d", [("dining table", 10, 20, 30, 40)]),
        ].enumerated() {
            try folder.files.writeImage("voc/JPEGImages/\(name).jpg", seed: UInt8(seed))
            let text = objects.map { label, left, top, right, bottom in
                """
                <object><name>\(label)</name><bndbox><xmin>\(left)</xmin><ymin>\(top)</ymin>\
                <xmax>\(right)</xmax><ymax>\(bottom)</ymax></bndbox></object>
                """
            }
            try folder.files.write(
                """
                <annotation><size><width>64</width><height>48</height></size>\(text.joined())\
                </annotation>
                """, to: "voc/Annotations/\(name).xml")
        }
    }

    private static let boxes = [
        "a.jpg": [
            LabeledBox(label: "cat", box: BoundingBox(left: 0, top: 0, right: 64, bottom: 48)),
            LabeledBox(label: "no", box: BoundingBox(left: 6, top: 7, right: 7, bottom: 8)),
        ], "b c.jpg": [],
        "d.jpg": [
            LabeledBox(
                label: "dining table", box: BoundingBox(left: 9, top: 19, right: 30, bottom: 40))
        ],
    ]

    @Test func answersBecomeCompletedLoopsOnce() throws {
        try writePhotos()
        try folder.makeWorkspace("w")
        let first = try folder.run(
            "w", "import", "pascal-voc", folder.path("voc"), "--as", "answers", "--worker", "ann")
        #expect(first.output == "3 answers imported\n")
        #expect(try folder.answers("w") == Self.boxes)
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
        try writePhotos()
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

    @Test(arguments: ["pascal-voc", "coco", "yolo", "augmented-manifest"])
    func whatIsExportedIsImportedToThePixel(format: String) throws {
        try writePhotos()
        for name in ["w", "other"] { try folder.makeWorkspace(name) }
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        let out = folder.path("out")
        let exported = try folder.run("w", "export", format, "-o", out, "--json").json()
        #expect(exported["images"] == .integer(3) && exported["boxes"] == .integer(3))
        let images = format == "coco" ? ["--images", folder.path("voc/JPEGImages")] : []
        let imported = try Program.run(
            executable: Program.path,
            arguments: ["-C", folder.path("other"), "import", format, out, "--as", "answers"]
                + images)
        #expect(imported.output == "3 answers imported\n", "\(imported.errors)")
        #expect(try folder.answers("other") == Self.boxes)
        // The links lead to the photos the workspace has.
        let back = try Program.run(
            executable: Program.path,
            arguments: ["-C", folder.path("w"), "import", format, out, "--as", "answers"] + images)
        #expect(back.output == "0 answers imported; 3 were there already\n", "\(back.errors)")
    }

    /// Records hold the photos themselves, and none without an object.
    @Test func recordsComeBackWithTheirPhotos() throws {
        try writePhotos()
        for name in ["w", "other"] { try folder.makeWorkspace(name) }
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        let exported = try folder.run("w", "export", "recordio", "-o", folder.path("out"))
        #expect(
            exported.output
                == "2 loops written to \(folder.path("out")); 1 without an object left out\n")
        for expected in ["2 answers imported\n", "0 answers imported; 2 were there already\n"] {
            let imported = try folder.run(
                "other", "import", "recordio", folder.path("out"), "--as", "answers", "--images",
                folder.path("photos"))
            #expect(imported.output == expected)
        }
        let answers = try folder.answers("other")
        #expect(answers == ["a.jpg": Self.boxes["a.jpg"], "d.jpg": Self.boxes["d.jpg"]])
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder.path("photos/d.jpg")))
                == Data(contentsOf: URL(fileURLWithPath: folder.path("voc/JPEGImages/d.jpg"))))
    }

    /// What MXNet's detection iterator, which SageMaker trains by, gives of our records.
    @Test(.enabled(if: Requirement.isMet(Python.hasMXNet), "MXNet is not installed"))
    func mxnetsIteratorReadsTheRecords() throws {
        try writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try folder.run("w", "export", "recordio", "-o", folder.path("out"))
        let program = """
            import sys, numpy as np
            np.bool = bool
            import mxnet as mx
            path = sys.stdin.read().strip()
            reader = mx.recordio.MXIndexedRecordIO(path + '.idx', path + '.rec', 'r')
            for key in reader.keys:
                header, image = mx.recordio.unpack(reader.read_idx(key))
                print(header.id, len(header.label), len(image))
            batches = mx.io.ImageDetRecordIter(
                path_imgrec=path + '.rec', path_imglist='', data_shape=(3, 48, 64), batch_size=1,
                label_pad_width=40, shuffle=False, preprocess_threads=1)
            for batch in batches:
                label = batch.label[0].asnumpy()[0]
                rows = label[6:6 + int(label[3]) - 2].reshape(-1, 5)
                for row in rows: print(int(row[0]), *(row[1:] * [64, 48, 64, 48]).round(3))
            """
        let output = try Python.run(program, input: folder.path("out/data"))
        let sizes = try ["a", "d"].map {
            try Data(contentsOf: URL(fileURLWithPath: folder.path("voc/JPEGImages/\($0).jpg")))
                .count
        }
        #expect(
            output == """
                0 12 \(sizes[0])
                1 7 \(sizes[1])
                0 0.0 0.0 64.0 48.0
                2 6.0 7.0 7.0 8.0
                1 9.0 19.0 30.0 40.0

                """)
    }

    @Test(arguments: ["pascal-voc", "coco", "yolo"])
    func anExportReplacesItsOwnAndNothingElse(format: String) throws {
        try writePhotos()
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
        try writePhotos()
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

    /// Wherever a killed export stopped, the next one goes on from what is whole.
    @Test func whatAKilledExportLeftIsCleared() throws {
        try writePhotos()
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
        #expect(chosen.output == "1 loops written to \(folder.path("out"))\n")
        let labels = try FileManager.default.contentsOfDirectory(
            atPath: folder.path("out/labels"))
        #expect(labels == ["a.txt"])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.files.path)
        #expect(left.sorted() == ["labels.txt", "out", "voc", "w"])
    }

    @Test func oneBadRecordIsNamedAndLosesNoOther() throws {
        try writePhotos()
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
        try writePhotos()
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
                + "1 boxes cut or left out\n")
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
        #expect(program.output == "2 answers imported; 1 images are not annotated\n")
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
        #expect(program.output.hasPrefix("1 answers imported; 1 problems"))
        let exported = try folder.run("w", "export", "yolo", "-o", folder.path("out"))
        #expect(exported.errors.contains("1 of the images are turned by EXIF"))
    }

    @Test func aFileOfAnotherFormIsRefusedWhole() throws {
        try writePhotos()
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

    /// Every annotated photo of the shared set through every format and back.
    @Test(.enabled(if: Requirement.isMet(SharedPhotos.isPresent), "needs the shared photos"))
    func sharedPhotosComeBackToThePixel() throws {
        let voc = SharedPhotos.root + "/photos/street"
        let folder = try ExchangeFolder(classes: try Self.classes(of: voc + "/Annotations"))
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", voc, "--as", "answers")
        let expected = try folder.answers("w")
        #expect(expected.count == 128)
        for format in ["pascal-voc", "coco", "yolo", "augmented-manifest"] {
            try folder.run("w", "export", format, "-o", folder.path(format))
            try folder.makeWorkspace("of-" + format)
            let images = format == "coco" ? ["--images", voc + "/JPEGImages"] : []
            let imported = try Program.run(
                executable: Program.path,
                arguments: [
                    "-C", folder.path("of-" + format), "import", format,
                    folder.path(format), "--as", "answers",
                ] + images)
            #expect(imported.output == "128 answers imported\n", "\(imported.errors)")
            #expect(try folder.answers("of-" + format) == expected)
        }
        guard Python.isPresent else { return }
        let program = """
            import glob, json, os, sys
            import xml.etree.ElementTree as tree
            source, file = sys.stdin.read().split()
            coco = json.load(open(file))
            names = {c["id"]: c["name"] for c in coco["categories"]}
            stems = {i["id"]: os.path.splitext(os.path.basename(i["file_name"]))[0]
                     for i in coco["images"]}
            found = {stem: [] for stem in stems.values()}
            for a in coco["annotations"]:
                found[stems[a["image_id"]]].append([names[a["category_id"]], *a["bbox"]])
            truth = {}
            for path in glob.glob(source + "/*.xml"):
                rows = truth[os.path.splitext(os.path.basename(path))[0]] = []
                for o in tree.parse(path).getroot().iter("object"):
                    x0, y0, x1, y1 = (int(o.find("bndbox/" + k).text)
                                      for k in ("xmin", "ymin", "xmax", "ymax"))
                    rows.append([o.find("name").text, x0 - 1, y0 - 1, x1 - x0 + 1, y1 - y0 + 1])
            print(found == truth)
            """
        #expect(
            try Python.run(program, input: voc + "/Annotations " + folder.path("coco")) == "True\n"
        )
    }

    private static func classes(of annotations: String) throws -> [String] {
        var names: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: annotations) {
            let text = try String(contentsOfFile: annotations + "/" + file, encoding: .utf8)
            for part in text.components(separatedBy: "<name>").dropFirst() {
                names.insert(part.components(separatedBy: "</name>")[0])
            }
        }
        return names.sorted()
    }
}
