import Annotations
import Testing
import TestSupport

@testable import DatasetFormats

@Suite struct COCOTests {
    /// As COCO's own files are: members in any order, outlines, crowds, ids with gaps, fractions.
    private static let instances = """
        {"annotations": [
          {"segmentation": [[1.5, 2, 3, 4]], "area": NaN, "iscrowd": 0, "image_id": 397133,
           "bbox": [217.62, 240.54, 38.99, 57.75], "category_id": 44, "id": 82445},
          {"segmentation": {"counts": [1, 2], "size": [3, 4]}, "iscrowd": 1, "image_id": 397133,
           "bbox": [0, 0, 10, 10], "category_id": 90, "id": 1}],
         "licenses": [{"url": "}]\\"", "id": 1}], "info": {"x": [[[{}]]]}, "type": "instances",
         "images": [{"license": 4, "file_name": "val 2017/a b.jpg", "height": 427, "width": 640,
           "id": 397133}],
         "categories": [{"supercategory": "kitchen", "id": 44, "name": "bottle"},
           {"id": 90, "name": "toothbrush"}]}
        """

    @Test func readsFilesAsCOCOHasThem() throws {
        let read = try COCOContents(Self.instances)
        #expect(read.faults == [])
        #expect(
            read.images == [
                COCORecord.Image(
                    id: .number(397_133), fileName: "val 2017/a b.jpg",
                    size: PixelSize(width: 640, height: 427))
            ])
        #expect(read.names == [44: "bottle", 90: "toothbrush"])
        #expect(read.annotations.map(\.isCrowd) == [false, true])
        #expect(
            read.annotations[0].box == BoundingBox(left: 218, top: 241, right: 257, bottom: 298))
    }

    @Test func readsResultsWithScores() throws {
        let read = try COCOContents(
            """
            [{"image_id": 42, "category_id": 18, "bbox": [258.15, 41.29, 348.26, 243.78],
              "score": 0.236}, {"image_id": "a b", "category_id": 1, "bbox": [0, 0, 1, 1],
              "score": 1}]
            """)
        #expect(read.annotations.map(\.score) == [0.236, 1])
        #expect(read.annotations.map(\.image) == [.number(42), .text("a b")])
    }

    @Test func oneRowAtFaultLosesNoOther() throws {
        let read = try COCOContents(
            """
            {"images": [{"id": 1, "file_name": "", "width": 3, "height": 3},
             {"id": 2, "file_name": "b.jpg", "width": 0, "height": 3},
             {"id": 3, "file_name": "c.jpg", "width": 5, "height": 3}],
             "categories": [{"id": 1.5, "name": "a"}], "annotations": [
             {"image_id": 3, "category_id": 1, "bbox": [1, 2, 3]},
             {"image_id": 3, "category_id": 1, "bbox": [1, NaN, 3, 4]},
             {"image_id": 3, "category_id": 1, "bbox": [1, 2, -3, 4]},
             {"image_id": 3, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 2},
             {"image_id": 3, "category_id": 1, "bbox" [1, 2, 3, 4]},
             {"image_id": 3, "category_id": 1, "bbox": [1, 2, 3, 4]}]}
            """)
        #expect(read.images.map(\.fileName) == ["c.jpg"])
        #expect(read.annotations.map(\.index) == [5])
        let expected = [
            "c.json:1: 'images[0].file_name' does not name the image",
            "c.json:2: 'images[1]' has a width or height without a pixel",
            "c.json:4: 'categories[0].id' is no integer",
            "c.json:5: 'annotations[0].bbox' is not [x, y, width, height]",
            "c.json:6: 'annotations[1].bbox' is not a number of pixels",
            "c.json:7: 'annotations[2].bbox' has a negative width or height",
            "c.json:8: 'annotations[3].score' is not between 0 and 1",
            "c.json:9: 'annotations[4]' is not JSON: expected ':', found '['",
        ]
        #expect(read.faults == expected.map { $0 + "; correct the line" })
    }

    @Test(arguments: [
        ("", "c.json:1: an empty file"), ("x", "neither a JSON object nor an array"),
        ("{\"images\": [{\"id\": 1}", "ends before its last bracket"),
        ("{\"images\": [{}]}}", "unexpected '}'"), ("{\"images\" 3}", "unexpected '3'"),
        ("{\"images\": [\n3]}", "c.json:2: element 0 of 'images' is not an object"),
        ("{\"a\": \"", "ends before its last bracket"), ("[{}", "ends before its last bracket"),
        ("{\"a\": " + String(repeating: "[", count: 65), "more than 64 brackets"),
    ]) func whatIsNoCOCOFileIsSaidOnce(text: String, expected: String) {
        let error = #expect(throws: DatasetFormatError.self) { try COCOContents(text, piece: 2) }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }

    @Test func anEndlessRowIsRefusedInItsMemory() {
        var reader = COCOReader(source: "c.json")
        let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        #expect(throws: DatasetFormatError.self) {
            try reader.take(Array("[{".utf8)) { _ in }
            for _ in 0..<17 { try reader.take(piece) { _ in } }
        }
    }

    /// What COCO's own reader makes of a file we write.
    @Test(
        .enabled(
            if: Requirement.isMet(Python.hasCOCO), "pycocotools are not installed"))
    func pycocotoolsReadsWhatIsWritten() throws {
        var writer = COCOWriter(classes: RandomAnnotations.classes)
        var (images, objects, expected) = ("", "", "")
        var random = RandomAnnotations(seed: 3)
        for number in 1...100 {
            let size = random.size()
            let boxes = random.boxes(in: size)
            let rows = try writer.rows(
                ofImage: random.name(number), size: size, boxes: boxes, loop: "l")
            images += rows.image
            objects += rows.annotations
            for labeled in boxes {
                let (box, id) = (
                    labeled.box, RandomAnnotations.classes.classID(of: labeled.label) ?? -1
                )
                expected +=
                    "\(number) \(id + 1) \(box.left) \(box.top) \(box.width) \(box.height)\n"
            }
        }
        let text =
            writer.head(description: "") + images + COCOWriter.middle + objects + COCOWriter.tail
        let program = """
            import sys, json, tempfile, contextlib, io
            from pycocotools.coco import COCO
            from pycocotools.cocoeval import COCOeval
            file = tempfile.NamedTemporaryFile('wb', suffix='.json')
            file.write(sys.stdin.buffer.read()); file.flush()
            with contextlib.redirect_stdout(io.StringIO()):
                coco = COCO(file.name)
                rows = [a for i in coco.getImgIds() for a in coco.loadAnns(coco.getAnnIds(i))]
                results = coco.loadRes([dict(image_id=a['image_id'], bbox=a['bbox'], score=1,
                                             category_id=a['category_id']) for a in rows])
                judge = COCOeval(coco, results, 'bbox')
                judge.evaluate(); judge.accumulate(); judge.summarize()
            for a in rows: print(a['image_id'], a['category_id'], *a['bbox'])
            print(round(judge.stats[1], 3))
            """
        #expect(try Python.run(program, input: text) == expected + "1.0\n")
    }
}
