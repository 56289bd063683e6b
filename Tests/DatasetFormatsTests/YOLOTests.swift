import Annotations
import Testing
import TestSupport

@testable import DatasetFormats

@Suite struct YOLOTests {
    @Test func labelsOutlinesAndScoresAreRead() throws {
        let text = "0 0.5 0.5 0.25 0.5\r\n\n3\t0.1 0.2 0.1 0.2 0.75\n1 0.1 0.2 0.5 0.1 0.4 0.9\n"
        let labels = try YOLOLabels(contentsOf: Array(text.utf8), source: "a.txt")
        let size = PixelSize(width: 100, height: 100)
        #expect(labels.objects.map(\.classID) == [0, 3, 1])
        #expect(labels.objects.map(\.score) == [nil, 0.75, nil])
        #expect(labels.objects.map(\.line) == [1, 3, 4])
        #expect(
            labels.objects.map { $0.box.pixelBox(in: size) } == [
                BoundingBox(left: 38, top: 25, right: 63, bottom: 75),
                BoundingBox(left: 5, top: 10, right: 15, bottom: 30),
                BoundingBox(left: 10, top: 10, right: 50, bottom: 90),
            ])
    }

    @Test func anEmptyFileIsAnImageWithoutObjects() throws {
        #expect(try YOLOLabels(contentsOf: [], source: "a.txt").objects == [])
    }

    @Test(arguments: [
        ("0 0.5 0.5 0.1", "1: 4 fields"), ("0 0.5 0.5 0.1 0.1\nx 0 0 0 0", "2: 'x' is not a class"),
        ("0 nan 0.5 0.1 0.1", "field 2 is 'nan', not a fraction"), ("-1 0 0 0 0", "'-1' is not a"),
        ("0 320 240 50 60", "field 2 is '320', not a fraction"), ("1.5 0 0 0 0", "'1.5' is not a"),
        ("0 0.5 0.5 -0.1 0.1", "a negative extent"), ("0 0.1 0.1 0.1 0.1 1.2", "a negative extent"),
    ]) func faultsNameLineAndField(text: String, expected: String) {
        let error = #expect(throws: DatasetFormatError.self) {
            try YOLOLabels(contentsOf: Array(text.utf8), source: "a.txt")
        }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        "names: [cat, 'dog''s', \"no\"]", "names:\n- cat\n- dog's\n- 'no' # a truth value else",
        "names:\n  0: cat\n  1: dog's\n  2: \"no\"\n", "names: {0: cat, 1: dog's, 2: no}",
        "# c\n---\nnames: [cat,\n  dog's, # c\n  no]\ntrain: images/train",
        "names: # the classes\n\n    - cat\n    - dog's\n    - no\nnc: 3",
    ]) func namesAreListsOrMappings(text: String) throws {
        let data = try YOLODataFile(contentsOf: Array(text.utf8), source: "data.yaml")
        #expect(data.names == [0: "cat", 1: "dog's", 2: "no"])
    }

    @Test func theRestOfADescriptionIsPassedOver() throws {
        let text = """
            path: ../datasets/coco8  # dataset root dir
            train: images/train
            val: [images/val, "more images"]
            test:
            names:
              0: person
              17: horse
            download: |
              from x import y
                z: [
            kpt_shape: [17, 3]

            """
        let data = try YOLODataFile(contentsOf: Array(text.utf8), source: "data.yaml")
        #expect(data.path == "../datasets/coco8" && data.train == ["images/train"])
        #expect(data.validation == ["images/val", "more images"])
        #expect(data.names == [0: "person", 17: "horse"])
    }

    @Test(arguments: [
        ("nc: 3", "1: 'names' is neither"), ("a: b\nnames: 3", "2: 'names' is neither"),
        ("names:\n  x: cat", "'names' maps 'x'"), ("names: [a", "no YAML: "),
        ("names: [\"a]", "no YAML: "), ("just text", "1: not a mapping"),
        (String(repeating: "[", count: 500_000), "no YAML: "), ("a: 1\na: 2", "'a' is there twice"),
    ]) func brokenDescriptionsAreNamed(text: String, expected: String) {
        let error = #expect(throws: DatasetFormatError.self) {
            try YOLODataFile(contentsOf: Array(text.utf8), source: "data.yaml")
        }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }

    @Test(.enabled(if: Requirement.isMet(Python.hasYAML), "PyYAML is not installed"))
    func pyYAMLReadsTheSameNames() throws {
        let text = YOLODataFile.text(classes: RandomAnnotations.classes, images: "images")
        let program = """
            import sys, yaml
            data = yaml.safe_load(sys.stdin.buffer.read())
            assert data['nc'] == len(data['names']) and data['train'] == data['val'] == 'images'
            for key, name in data['names'].items(): print(key, ascii(name))
            """
        let expected = RandomAnnotations.classes.names.enumerated().map { id, name in
            "\(id) \(Self.ascii(name))\n"
        }
        #expect(try Python.run(program, input: text) == expected.joined())
    }

    /// Python's `ascii` of the names above.
    private static func ascii(_ text: String) -> String {
        let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        let body = text.unicodeScalars.map { scalar -> String in
            let digits = String(scalar.value, radix: 16)
            switch scalar {
            case "\\": return "\\\\"
            case "'" where quote == "'": return "\\'"
            case _ where scalar.isASCII: return String(scalar)
            case _ where scalar.value < 0x100: return "\\x" + digits
            case _ where scalar.value < 0x10000: return "\\u" + digits
            default: return "\\U000" + digits
            }
        }
        return quote + body.joined() + quote
    }
}
