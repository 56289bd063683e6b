import Annotations
import DatasetFormats
import HumanReview
import Testing

@Suite struct AugmentedManifestRecordTests {
    private func read(
        _ text: String, attribute: String? = nil
    ) throws -> AugmentedManifestRecord {
        try AugmentedManifestRecord(
            line: Array(text.utf8), number: 7, file: "m.jsonl", attribute: attribute)
    }

    /// A line as Ground Truth writes it (contract §9).
    private static let line = """
        {"source-ref": "s3://bucket/photos/a%20b.jpg", "boxes": {"annotations": [{"class_id": 0, \
        "width": 39, "top": 85, "height": 63, "left": 110}], "image_size": [{"width": 500, \
        "height": 400, "depth": 3}]}, "boxes-metadata": {"objects": [{"confidence": 0.8}], \
        "class-map": {"0": "dog"}, "type": "groundtruth/object-detection"}}
        """

    @Test func readsALineOfGroundTruth() throws {
        let record = try read(Self.line)
        #expect(record.source == .s3(bucket: "bucket", key: "photos/a%20b.jpg"))
        #expect(record.attribute == "boxes")
        #expect(record.annotation.size == PixelSize(width: 500, height: 400))
        #expect(
            record.annotation.objects == [
                .init(classID: 0, box: BoundingBox(left: 110, top: 85, width: 39, height: 63))
            ])
        #expect(record.annotation.classNames == [0: "dog"])
    }

    @Test func readsWhatExportWrites() throws {
        let boxes = [
            LabeledBox(label: "cat", box: BoundingBox(left: 1, top: 2, width: 3, height: 4)),
            LabeledBox(label: "person", box: BoundingBox(left: 0, top: 0, width: 64, height: 48)),
        ]
        let time = Timestamp(milliseconds: 1_588_357_493_742)
        let image = ReviewImage(
            id: 1, path: "/p/é 1.jpg", uri: "file:///p/%C3%A9%201.jpg", sha256: "",
            size: PixelSize(width: 64, height: 48), orientation: .upright)
        let output = HumanLoopOutput(
            flowDefinitionName: "objects", humanLoopName: "loop",
            answers: [
                Answer(
                    worker: Worker(name: "anna"), acceptanceTime: time, submissionTime: time,
                    activeMilliseconds: 1, boxes: boxes, imageSize: image.size)
            ], inputContent: InputContent(image: image, prediction: nil, displayThreshold: 0))
        let line = try #require(try AugmentedManifest(classes: .pascalVOC).line(for: output))
        let record = try read(line)
        #expect(record.source == .path("/p/é 1.jpg"))
        #expect(record.annotation.objects.map(\.box) == boxes.map(\.box))
        #expect(
            record.annotation.objects.map { LabelMap.pascalVOC.name(ofClass: $0.classID) }
                == boxes.map(\.label))
        #expect(record.annotation.omissions.isEmpty)
    }

    @Test(arguments: [
        (#"{"source-ref": "a.jpg""#, "not JSON at column"),
        (#"{"b": {"annotations": [], "image_size": [{"width": 1, "height": 1}]}}"#, "'source-ref'"),
        (#"{"source-ref": "http://x/y.jpg"}"#, "no path, file:// URI or s3:// URI"),
        (#"{"source-ref": "s3://b/../../etc/passwd"}"#, "no path"),
        (#"{"source-ref": "a.jpg", "b": {}}"#, "no member has 'annotations' and 'image_size'"),
        (
            #"{"source-ref": "a.jpg", "b": {"annotations": [], "image_size": [{"width": 0, "height": 1}]}}"#,
            "'b.image_size[0]' holds no pixel"
        ),
        (
            #"{"source-ref": "a.jpg", "b": {"annotations": [{"class_id": -1}], "image_size": [{"width": 9, "height": 9}]}}"#,
            "'b.annotations[0].class_id'"
        ),
        (
            #"{"source-ref": "a.jpg", "b": {"annotations": [{"class_id": 1, "left": 1e300, "top": 0, "width": 1, "height": 1}], "image_size": [{"width": 9, "height": 9}]}}"#,
            "'b.annotations[0].left' is not a number of pixels"
        ),
        (
            #"{"source-ref": "a.jpg", "b": {"annotations": [{"class_id": 1, "left": 1, "top": 0, "width": -1, "height": 1}], "image_size": [{"width": 9, "height": 9}]}}"#,
            "negative width"
        ),
    ])
    func aBrokenLineNamesItselfAndTheMember(text: String, reason: String) {
        let error = #expect(throws: DatasetFormatError.self) { try read(text) }
        #expect(error?.line == 7)
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test func twoAnnotationsNeedAName() throws {
        let value = #"{"annotations": [], "image_size": [{"width": 9, "height": 9}]}"#
        let text = #"{"source-ref": "a.jpg", "one": \#(value), "two": \#(value)}"#
        #expect(throws: DatasetFormatError.self) { try read(text) }
        #expect(try read(text, attribute: "two").attribute == "two")
        #expect(throws: DatasetFormatError.self) { try read(text, attribute: "three") }
    }

    @Test func boxesWithoutAPixelAreLeftOutAndTold() throws {
        let text = """
            {"source-ref": "a.jpg", "b": {"annotations": [{"class_id": 1, "left": 4, "top": 4, \
            "width": 0, "height": 4}, {"class_id": "2", "left": 0.4, "top": 0.6, "width": 4.2, \
            "height": 4}], "image_size": [{"width": 9, "height": 9}]}}
            """
        let annotation = try read(text).annotation
        #expect(annotation.omissions.count == 1)
        #expect(
            annotation.objects == [
                .init(classID: 2, box: BoundingBox(left: 0, top: 1, right: 5, bottom: 5))
            ])
    }

    @Test func sourcesAreLookedForWhereTheyMayBe() {
        #expect(
            SourceReference("/a/b.jpg")?.candidates(besideManifestIn: "/m", root: nil) == [
                "/a/b.jpg"
            ])
        #expect(
            SourceReference("b.jpg")?.candidates(besideManifestIn: "/m", root: "/r") == ["/m/b.jpg"]
        )
        #expect(
            SourceReference("s3://k/x/b.jpg")?.candidates(besideManifestIn: "/m", root: "/r")
                == ["/r/x/b.jpg", "/r/k/x/b.jpg", "/r/b.jpg"])
        for key in ["a/../../b.jpg", "../\u{301}b.jpg"] {
            #expect(SourceReference("s3://k/" + key) == nil)
        }
        #expect(SourceReference("file://elsewhere/b.jpg") == nil)
        #expect(SourceReference("file:///b%2") == nil)
        #expect(SourceReference("file:///b%00") == nil)
    }
}
