import Annotations
import HumanReview
import Testing

@testable import DatasetFormats

/// What is written and read again is what it was, to the pixel, for 1,000 answers in every format.
@Suite struct RoundTripTests {
    private static let answers = 1_000
    private static let classes = RandomAnnotations.classes

    @Test func pascalVOC() throws {
        for seed in 0..<Self.answers {
            var random = RandomAnnotations(seed: seed)
            let size = random.size()
            let annotation = PascalVOC(
                folder: "a & b", filename: random.name(seed), size: size,
                objects: random.boxes(in: size).enumerated().map { index, labeled in
                    PascalVOC.Object(
                        name: labeled.label, pose: "Left", isTruncated: index % 2 == 0,
                        isDifficult: index % 3 == 0, box: labeled.box)
                })
            #expect(try PascalVOC(contentsOf: Array(annotation.xml.utf8)) == annotation)
        }
    }

    @Test func coco() throws {
        var random = RandomAnnotations(seed: 1)
        var writer = COCOWriter(classes: Self.classes)
        var (images, objects) = ("", "")
        var expected: [(COCORecord.Image, [LabeledBox])] = []
        for number in 1...Self.answers {
            let size = random.size()
            let boxes = random.boxes(in: size)
            let name = random.name(number)
            let rows = try writer.rows(ofImage: name, size: size, boxes: boxes, loop: "l")
            images += rows.image
            objects += rows.annotations
            expected.append(
                (COCORecord.Image(id: .number(Int64(number)), fileName: name, size: size), boxes))
        }
        let text =
            writer.head(description: "é") + images + COCOWriter.middle + objects + COCOWriter.tail
        for piece in [1, 3, 4096, text.utf8.count] {
            let read = try COCOContents(text, piece: piece)
            #expect(read.categories.map(\.name) == Self.classes.names)
            #expect(read.images == expected.map(\.0))
            let boxes = Dictionary(grouping: read.annotations, by: \.image)
            for (image, answer) in expected {
                let again = (boxes[image.id] ?? []).map { annotation in
                    LabeledBox(
                        label: read.names[annotation.category] ?? "", box: annotation.box)
                }
                #expect(again == answer)
            }
        }
    }

    @Test func yolo() throws {
        let data = try YOLODataFile(
            contentsOf: Array(YOLODataFile.text(classes: Self.classes, images: "images").utf8),
            source: "data.yaml")
        #expect(data.train == ["images"] && data.validation == ["images"] && data.path == nil)
        for seed in 0..<Self.answers {
            var random = RandomAnnotations(seed: seed)
            let size = random.size()
            let boxes = random.boxes(in: size)
            let objects = boxes.map {
                ObjectAnnotation.Object(
                    classID: Self.classes.classID(of: $0.label) ?? -1, box: $0.box)
            }
            let text = YOLOLabels.text(of: objects, in: size)
            let read = try YOLOLabels(contentsOf: Array(text.utf8), source: "a.txt")
            let again = read.objects.map {
                LabeledBox(
                    label: data.names[$0.classID] ?? "", box: $0.box.pixelBox(in: size))
            }
            #expect(again == boxes)
        }
    }

    @Test func augmentedManifest() throws {
        let manifest = AugmentedManifest(classes: Self.classes)
        for seed in 0..<Self.answers {
            var random = RandomAnnotations(seed: seed)
            let size = random.size()
            let boxes = random.boxes(in: size)
            let line = try manifest.line(for: Self.answer(seed, size, boxes))
            let record = try AugmentedManifestRecord(line: Array(line.utf8), number: 1, file: "m")
            #expect(record.source == .path("/p/\(seed).jpg") && record.annotation.size == size)
            let again = record.annotation.objects.map {
                LabeledBox(label: record.annotation.classNames[$0.classID] ?? "", box: $0.box)
            }
            #expect(again == boxes)
        }
    }

    private static func answer(
        _ number: Int, _ size: PixelSize, _ boxes: [LabeledBox]
    ) -> FinalAnswer {
        let time = Timestamp(milliseconds: Int64(number))
        return FinalAnswer(
            loop: "loop",
            image: ReviewImage(
                id: 1, path: "/p/\(number).jpg", uri: "file:///p/\(number).jpg", sha256: "",
                size: size, orientation: .upright),
            answer: Answer(
                worker: Worker(name: "ann"), acceptanceTime: time, submissionTime: time,
                activeMilliseconds: 0, boxes: boxes, imageSize: size))
    }
}
