import Annotations
import DatasetFormats
import Testing
import TestSupport

@Suite struct InferenceResponseTests {
    private func read(_ text: String) throws -> InferenceResponse {
        try InferenceResponse(Array(text.utf8), classes: .pascalVOC)
    }

    @Test func rowsKeepTheirOrderAndNumbers() throws {
        let response = try read(
            """
            {"prediction": [[4.0, 0.86419455, 0.3088374, 0.07030484, 0.7110125, 1.0],
                            [0, 0.73376623, 0.57141632, 0.0, 1, 0.995]]}
            """)
        #expect(response.problems.isEmpty)
        #expect(response.problemSummary == nil)
        #expect(
            response.detections == [
                Detection(
                    label: "bottle", score: 0.86419455,
                    box: NormalizedBox(
                        minimumX: 0.3088374, minimumY: 0.07030484, maximumX: 0.7110125, maximumY: 1)
                ),
                Detection(
                    label: "aeroplane", score: 0.73376623,
                    box: NormalizedBox(
                        minimumX: 0.57141632, minimumY: 0, maximumX: 1, maximumY: 0.995)),
            ])
    }

    @Test func pixelsOfTheAnnotationFormComeBackExactly() throws {
        let response = try read(
            """
            {"image_size": [{"width": 500, "height": 375, "depth": 3}],
             "annotations": [{"class_id": 8, "score": 0.4, "left": 103, "top": 7, "width": 44,
                              "height": 368}]}
            """)
        #expect(response.problems.isEmpty)
        let detection = try #require(response.detections.first)
        #expect(detection.label == "chair")
        #expect(
            detection.box.pixelBox(in: PixelSize(width: 500, height: 375))
                == BoundingBox(left: 103, top: 7, width: 44, height: 368))
    }

    @Test(arguments: [
        ("[0, 0.9, NaN, 0, 1, 1]", "not six numbers"),
        ("[0, -Infinity, 0, 0, 1, 1]", "not six numbers"),
        ("[0, 0.9, 0, 0, 1]", "not six numbers"), ("[0, 0.9, 0, 0, 1, \"1\"]", "not six numbers"),
        ("{}", "not six numbers"), ("null", "not six numbers"),
        ("[20, 0.9, 0, 0, 1, 1]", "class 20.0 is none of the 20 classes"),
        ("[1.5, 0.9, 0, 0, 1, 1]", "class 1.5 is none of the 20 classes"),
        ("[1e300, 0.9, 0, 0, 1, 1]", "class 1e+300 is none of the 20 classes"),
        ("[-2, 0.9, 0, 0, 1, 1]", "class -2.0 is none of the 20 classes"),
        ("[0, 1.1, 0, 0, 1, 1]", "score 1.1 is not between 0 and 1"),
        ("[0, -0.1, 0, 0, 1, 1]", "score -0.1 is not between 0 and 1"),
        ("[0, 0.9, 0.5, 0, 0.4, 1]", "the box's corners are reversed"),
        ("[0, 0.9, 0, 0, 300, 300]", "the box reaches far out of the image"),
        ("[0, 0.9, -0.2, 0, 1, 1]", "the box reaches far out of the image"),
    ])
    func aRowThatCannotBeRightIsLeftOutWithAReason(row: String, reason: String) throws {
        let good = "[14, 0.9, 0.1, 0.1, 0.2, 0.2]"
        let response = try read("{\"prediction\": [\(good), \(row), \(good)]}")
        #expect(response.detections.map(\.label) == ["person", "person"])
        #expect(response.problems.map(\.row) == [1])
        #expect(response.problemSummary == "row 2: \(reason)")
    }

    @Test func whatIsSlightlyOutsideIsCutAndWhatIsSuppressedIsNothing() throws {
        let response = try read(
            "{\"prediction\": [[0, 0.9, -0.04, 0, 1.04, 1], [-1, 0.5, 0, 0, 1, 1]]}")
        #expect(response.problems.isEmpty)
        #expect(
            response.detections.map(\.box)
                == [NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1)])
    }

    @Test func tooManyBoxesAreCutToTheStrongest() throws {
        let rows = (0..<10_000).map { "[0, 0.\(10_000 + $0 % 7_000), 0, 0, 1, 1]" }
        let response = try read("{\"prediction\": [\(rows.joined(separator: ","))]}")
        #expect(response.detections.count == InferenceResponse.mostDetections)
        #expect(response.problemSummary == "10000 boxes; the 5000 strongest are used")
        let weakest = try #require(response.detections.map(\.score).min())
        let scores = (0..<10_000).map { Double("0.\(10_000 + $0 % 7_000)") ?? 0 }
        #expect(weakest == scores.sorted(by: >)[InferenceResponse.mostDetections - 1])
    }

    @Test(arguments: [
        ("", "not JSON: line 1, column 1"), ("[1, 2", "not JSON"), ("\u{1b}[31m", "not JSON"),
        ("{}", "neither a 'prediction' array nor an 'annotations' array"), ("[]", "neither"),
        ("{\"prediction\": 7}", "neither"), ("{\"annotations\": []}", "without an 'image_size'"),
        ("{\"annotations\": [], \"image_size\": [{\"width\": 0, \"height\": 5}]}", "image_size"),
    ])
    func whatIsNoResponseIsRefusedWithAReason(text: String, reason: String) {
        let error = #expect(throws: InferenceResponseError.self) { try read(text) }
        #expect(error?.reason.contains(reason) == true)
        #expect(
            error?.reason.unicodeScalars.contains { $0.properties.generalCategory == .control }
                == false)
    }

    @Test func aWordInsideAStringIsNoNumber() throws {
        let response = try read(
            "{\"note\": \"NaN \\\" Infinity\", \"prediction\": [[NaN, 1, 0, 0, 1, 1]]}")
        #expect(response.problems.count == 1)
    }

    /// Whatever bytes come, each detection is sound and nothing traps.
    @Test func damagedResponsesNeverTrap() {
        let sound = Array(
            """
            {"image_size": [{"width": 500, "height": 375, "depth": 3}], "prediction":
             [[4.0, 0.864, 0.30, 0.07, 0.71, 1.0], [-1, NaN, 1e308, -Infinity, 0, 9999999999999]],
             "annotations": [{"class_id": 8, "score": 0.4, "left": -9223372036854775808,
             "top": 7, "width": 9223372036854775807, "height": 1e308}]}
            """.utf8)
        var generator = SeededGenerator(seed: 11)
        var accepted = 0
        for _ in 0..<4_000 {
            var bytes = sound
            for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(UInt8.random(in: 32...125, using: &generator), at: index)
                default: bytes.removeSubrange(index...)
                }
            }
            guard let response = try? InferenceResponse(bytes, classes: .pascalVOC) else {
                continue
            }
            accepted += 1
            #expect(
                response.detections.allSatisfy {
                    $0.box.isValid && (0...1).contains($0.score)
                        && LabelMap.pascalVOC.classID(of: $0.label) != nil
                })
        }
        #expect(accepted > 100)
    }
}
