import Annotations
import Foundation
import Testing
import TestSupport

@testable import DatasetFormats

/// Damaged data sets end in an error or in records, never in a crash.
///
/// `LOOPBOX_FUZZ_SECONDS` says how long each reader is tried.
@Suite("Damaged data sets", .serialized)
struct DamagedFilesTests {
    private static let duration = Duration.seconds(
        ProcessInfo.processInfo.environment["LOOPBOX_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1)

    private static let boxes = """
        "image_size": [{"width": 500, "height": 400, "depth": 3}], "annotations": [\
        {"class_id": 0, "left": 111, "top": 134, "width": 61, "height": 128}, \
        {"class_id": "1", "left": 1.5e2, "top": -250, "width": 7.25, "height": 143}]
        """

    @Test func manifestLines() {
        let line = """
            {"source-ref": "file:///p/%C3%A9.jpg", "a": {\(Self.boxes)}, "a-metadata": \
            {"class-map": {"0": "dog", "1": "cat"}, "objects": [{"confidence": 0.5}]}}
            """
        Self.run(line) { bytes in
            guard
                let record = try? AugmentedManifestRecord(line: bytes, number: 1, file: "m")
            else { return }
            check(record.annotation)
            let candidates = record.source.candidates(besideManifestIn: "/m", root: "/r")
            #expect(!candidates.isEmpty)
            // An object's copy is below its root, whatever its key.
            guard case .s3 = record.source else { return }
            #expect(candidates.allSatisfy { !$0.split(separator: "/").contains("..") })
        }
    }

    @Test func imageAnnotations() {
        let text =
            #"{"file": "a.jpg", "categories": [{"class_id": 0, "name": "dog"}], \#(Self.boxes)}"#
        Self.run(text) { bytes in
            if let file = try? ImageAnnotationFile(contentsOf: bytes, source: "a.json") {
                check(file.annotation)
            }
        }
    }

    @Test func pascalVOCAnnotations() {
        let annotation = PascalVOC(
            folder: "f", filename: "a&b.jpg", size: PixelSize(width: 640, height: 480),
            objects: [
                PascalVOC.Object(
                    name: "cat", isDifficult: true,
                    box: BoundingBox(left: 9, top: 19, right: 10, bottom: 20))
            ])
        Self.run(annotation.xml) { bytes in
            guard let read = try? PascalVOC(contentsOf: bytes) else { return }
            #expect(!read.size.isEmpty)
            #expect(read.objects.allSatisfy { $0.box.width > 0 && $0.box.height > 0 })
        }
    }

    @Test func cocoFiles() {
        let text = """
            {"info": {"a": [1]}, "images": [{"id": 1, "file_name": "a.jpg", "width": 3, "height": 4}], \
            "categories": [{"id": 1, "name": "dog"}], "annotations": [{"image_id": 1, "category_id": 1, \
            "bbox": [0.5, 1e2, 3, 4], "iscrowd": 0, "score": 0.5, "segmentation": [[1, 2], [3]]}]}
            """
        Self.run(text) { bytes in
            guard let read = try? COCOContents(bytes, piece: 7) else { return }
            #expect(read.images.allSatisfy { !$0.size.isEmpty && !$0.fileName.isEmpty })
            #expect(read.annotations.allSatisfy { $0.box.width >= 0 && $0.box.height >= 0 })
        }
    }

    @Test func yoloLabels() {
        let text = "0 0.5 0.25 0.125 1.0\n17 0.1 0.2 0.3 0.4 0.99\n2 0.1 0.1 0.2 0.2 0.3 0.1\n"
        Self.run(text) { bytes in
            guard let read = try? YOLOLabels(contentsOf: bytes, source: "a.txt") else { return }
            let size = PixelSize(width: 640, height: 480)
            #expect(read.objects.allSatisfy { $0.box.isValid && $0.classID >= 0 })
            #expect(read.objects.allSatisfy { $0.box.pixelBox(in: size).area > 0 })
        }
    }

    @Test func yoloDescriptions() {
        let text = """
            path: "../a b" # c
            train: [images/train, 'x']
            val:
              - images
            names: {0: cat, 1: "dog", 2: 'o''x'}
            nc: 3
            """
        Self.run(text) { bytes in
            guard let read = try? YOLODataFile(contentsOf: bytes, source: "d") else { return }
            #expect(read.names.keys.allSatisfy { $0 >= 0 })
        }
    }

    @Test func records() {
        let box = NormalizedBox(minimumX: 0, minimumY: 0.25, maximumX: 0.5, maximumY: 1)
        let image = ImageRecord(
            id: 7, objects: [.init(classID: 1, box: box), .init(classID: 2, box: box)],
            image: [1, 2, 3, 4] + RecordIO.magic + [5])
        let bytes = RecordIO.record(image.bytes) + RecordIO.record([1, 2, 3])
        Self.run(bytes) { bytes in
            var place = 0
            var reader = RecordIOReader(source: "a.rec") { count in
                let end = min(bytes.count, place + count)
                defer { place = end }
                return Array(bytes[place..<end])
            }
            while let payload = try? reader.next() {
                let record = try? ImageRecord(payload, number: 1, source: "a.rec")
                #expect(record?.objects.allSatisfy { $0.box.isValid } ?? true)
            }
        }
    }

    private func check(_ annotation: ObjectAnnotation) {
        #expect(!annotation.size.isEmpty)
        #expect(annotation.objects.allSatisfy { $0.classID >= 0 && $0.box.area > 0 })
    }

    /// Gives `read` a text with a few bytes changed, cut out, doubled or made into numbers too large.
    private static func run(_ text: String, _ read: ([UInt8]) -> Void) {
        run(Array(text.utf8), read)
    }

    private static func run(_ bytes: [UInt8], _ read: ([UInt8]) -> Void) {
        let end = ContinuousClock.now + duration
        var seed: UInt64 = 0
        while ContinuousClock.now < end {
            var generator = SeededGenerator(seed: seed)
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                damage(&damaged, using: &generator)
            }
            read(damaged)
            seed += 1
        }
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard let place = bytes.indices.randomElement(using: &generator) else { return }
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.replaceSubrange(place..<place, with: "1e308".utf8)
        default: bytes.replaceSubrange(place..<place, with: "-9223372036854775808".utf8)
        }
    }
}
