import Annotations
import DatasetFormats
import Testing

@Suite struct ImageAnnotationFileTests {
    /// The example of the algorithm's documentation (contract §6.2).
    @Test func readsAFileOfTheImageFormat() throws {
        let text = """
            {"file": "your_image_directory/sample_image1.jpg",
             "image_size": [{"width": 500, "height": 400, "depth": 3}],
             "annotations": [{"class_id": 0, "left": 111, "top": 134, "width": 61, "height": 128},
                             {"class_id": 1, "left": 161, "top": 250, "width": 79, "height": 143}],
             "categories": [{"class_id": 0, "name": "dog"}, {"class_id": 1, "name": "cat"}]}
            """
        let file = try ImageAnnotationFile(contentsOf: Array(text.utf8), source: "a.json")
        #expect(file.file == "your_image_directory/sample_image1.jpg")
        #expect(file.annotation.objects.count == 2)
        #expect(
            file.annotation.objects[1]
                == .init(classID: 1, box: BoundingBox(left: 161, top: 250, width: 79, height: 143)))
        #expect(file.annotation.classNames == [0: "dog", 1: "cat"])
    }

    @Test(arguments: [
        ("{\n\"file\":\n}", 3, "not JSON"), ("{}", 1, "'file'"),
        (#"{"file": "a.jpg"}"#, 1, "'image_size'"),
        (#"{"file": "a.jpg", "image_size": [{"width": 1, "height": 1}]}"#, 1, "'annotations'"),
    ])
    func aBrokenFileNamesLineOrMember(text: String, line: Int, reason: String) {
        let error = #expect(throws: DatasetFormatError.self) {
            try ImageAnnotationFile(contentsOf: Array(text.utf8), source: "a.json")
        }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }
}
