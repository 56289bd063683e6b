import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import TestSupport
import Testing

/// Data sets that go out through the program and come back, or are read by others.
@Suite struct ExchangeRoundTripTests {
    private let folder: ExchangeFolder

    init() throws { folder = try ExchangeFolder(classes: ExchangeFolder.photoClasses) }

    @Test(arguments: ["pascal-voc", "coco", "yolo", "augmented-manifest"])
    func whatIsExportedIsImportedToThePixel(format: String) throws {
        try folder.writePhotos()
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
        #expect(try folder.answers("other") == ExchangeFolder.photoBoxes)
        // The links lead to the photos the workspace has.
        let back = try Program.run(
            executable: Program.path,
            arguments: ["-C", folder.path("w"), "import", format, out, "--as", "answers"] + images)
        #expect(back.output == "0 answers imported; 3 were there already\n", "\(back.errors)")
    }

    /// Records hold the photos themselves, and none without an object.
    @Test func recordsComeBackWithTheirPhotos() throws {
        try folder.writePhotos()
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
        #expect(
            answers == [
                "a.jpg": ExchangeFolder.photoBoxes["a.jpg"],
                "d.jpg": ExchangeFolder.photoBoxes["d.jpg"],
            ])
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder.path("photos/d.jpg")))
                == Data(contentsOf: URL(fileURLWithPath: folder.path("voc/JPEGImages/d.jpg"))))
    }

    /// What MXNet's detection iterator, which SageMaker trains by, gives of our records.
    @Test(.enabled(if: Requirement.isMet(Python.hasMXNet), "MXNet is not installed"))
    func mxnetsIteratorReadsTheRecords() throws {
        try folder.writePhotos()
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

    /// Every annotated photo of the shared set through every format and back.
    @Test(.enabled(if: Requirement.isMet(Python.hasTorchvision), "torchvision is not installed"))
    func torchvisionReadsWhatIsExported() throws {
        try folder.writePhotos()
        try folder.makeWorkspace("w")
        try folder.run("w", "import", "pascal-voc", folder.path("voc"), "--as", "answers")
        try FileManager.default.createDirectory(
            atPath: folder.path("VOCdevkit"), withIntermediateDirectories: true)
        try folder.run("w", "export", "pascal-voc", "-o", folder.path("VOCdevkit/VOC2012"))
        let program =
            Self.torchvision + """
                for image, target in VOCDetection(input(), year="2012", image_set="trainval"):
                    annotation = target["annotation"]
                    for found in annotation["object"]:
                        box = [int(found["bndbox"][edge]) for edge in ("xmin", "ymin", "xmax", "ymax")]
                        print(annotation["filename"], *image.size, *box, found["name"], sep=",")
                """
        let read = try Python.run(program, input: folder.path("."))
        #expect(
            read == """
                a.jpg,64,48,1,1,64,48,cat
                a.jpg,64,48,7,8,7,8,no
                d.jpg,64,48,10,20,30,40,dining table

                """)
    }

    /// torchvision's own reader, and in place of the libraries of tensors, which it does not need here,
    /// their names.
    private static let torchvision = """
        import importlib, importlib.util, sys, types

        def module(name, **members):
            made = sys.modules[name] = types.ModuleType(name)
            made.__dict__.update(members)
            return made

        class Dataset:
            __class_getitem__ = classmethod(lambda self, item: self)

        place = importlib.util.find_spec("torchvision").submodule_search_locations
        module("torch", utils=module("torch.utils"), Tensor=object)
        module("torch.utils.data", Dataset=Dataset)
        module("torch.utils.model_zoo", tqdm=None)
        sys.modules["torch.utils"].data = sys.modules["torch.utils.data"]
        module("torchvision", __path__=place)
        module("torchvision.utils", _log_api_usage_once=lambda self: None)
        module("torchvision._internally_replaced_utils",
               _download_file_from_remote_location=None, _is_remote_location_available=None)
        module("torchvision.datasets", __path__=[place[0] + "/datasets"])
        VOCDetection = importlib.import_module("torchvision.datasets.voc").VOCDetection

        """

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
