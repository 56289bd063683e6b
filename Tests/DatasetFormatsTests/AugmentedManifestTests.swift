import Annotations
import DatasetFormats
import HumanReview
import OrderedJSON
import Testing
import TestSupport

@Suite struct AugmentedManifestTests {
    /// The walkthrough's function, with the members its printed lines have and its printed text lost.
    private static let walkthrough = """
        import json, sys
        object_categories = json.loads(sys.stdin.readline())
        object_categories_dict = {str(i): j for i, j in enumerate(object_categories)}
        def convert_a2i_to_augmented_manifest(a2i_output):
            annotations = []
            confidence = []
            answer = a2i_output['humanAnswers'][0]['answerContent']['annotatedResult']
            for i, bbox in enumerate(answer['boundingBoxes']):
                object_class_key = [key for (key, value) in object_categories_dict.items()
                                    if value == bbox['label']][0]
                annotations.append({'class_id': int(object_class_key), 'width': bbox['width'],
                                    'top': bbox['top'], 'height': bbox['height'],
                                    'left': bbox['left']})
                confidence.append({'confidence': 1})
            size = answer['inputImageProperties']
            return {'source-ref': a2i_output['inputContent']['taskObject'],
                    'a2i-retraining': {'annotations': annotations,
                                       'image_size': [{'width': size['width'], 'depth': 3,
                                                       'height': size['height']}]},
                    'a2i-retraining-metadata': {
                        'job-name': 'a2i/%s' % a2i_output['humanLoopName'],
                        'class-map': object_categories_dict, 'human-annotated': 'yes',
                        'objects': confidence,
                        'creation-date': a2i_output['humanAnswers'][0]['submissionTime'],
                        'type': 'groundtruth/object-detection'}}
        for line in sys.stdin:
            print(json.dumps(convert_a2i_to_augmented_manifest(json.loads(line))))
        """

    private static let labels = LabelMap(LabelMap.pascalVOC.names + ["vélo \"\u{1F6B2}\"\u{7}"])

    private func output(_ number: Int, boxes: [LabeledBox]) -> HumanLoopOutput {
        let image = ReviewImage(
            id: 1, path: "/p/\(number).jpg", uri: "file:///p/%C3%A9\(number).jpg", sha256: "",
            size: PixelSize(width: 3911, height: 2608), orientation: .upright)
        let time = Timestamp(milliseconds: 1_588_357_493_742 + Int64(number))
        return HumanLoopOutput(
            flowDefinitionName: "objects", humanLoopName: "loop-\(number)",
            answers: [
                Answer(
                    worker: Worker(name: "ann"), acceptanceTime: time, submissionTime: time,
                    activeMilliseconds: 17_259, boxes: boxes, imageSize: image.size)
            ],
            inputContent: InputContent(image: image, prediction: nil, displayThreshold: 0.2))
    }

    @Test func theWalkthroughsOwnLineIsMadeByteForByte() throws {
        let box = BoundingBox(left: 1042, top: 627, width: 2869, height: 1801)
        let line = try AugmentedManifest(classes: LabelMap(["aeroplane", "bicycle"]))
            .line(for: output(0, boxes: [LabeledBox(label: "bicycle", box: box)]))
        #expect(
            line == """
                {"source-ref": "file:///p/%C3%A90.jpg", "a2i-retraining": {"annotations": \
                [{"class_id": 1, "width": 2869, "top": 627, "height": 1801, "left": 1042}], \
                "image_size": [{"width": 3911, "depth": 3, "height": 2608}]}, \
                "a2i-retraining-metadata": {"job-name": "a2i/loop-0", "class-map": \
                {"0": "aeroplane", "1": "bicycle"}, "human-annotated": "yes", "objects": \
                [{"confidence": 1}], "creation-date": "2020-05-01T18:24:53.742Z", \
                "type": "groundtruth/object-detection"}}
                """)
    }

    @Test(.enabled(if: Requirement.isMet(Python.isPresent), "python3 is not installed"))
    func everyLineEqualsTheWalkthroughsFunctionInPython() throws {
        var generator = SeededGenerator(seed: 5)
        let outputs = (0..<50).map { number in
            output(
                number,
                boxes: (0..<number).map { _ in
                    LabeledBox(
                        label: Self.labels.names.randomElement(using: &generator) ?? "",
                        box: BoundingBox(
                            left: .random(in: 0..<3000, using: &generator),
                            top: .random(in: 0..<2000, using: &generator),
                            width: .random(in: 1...900, using: &generator),
                            height: .random(in: 1...600, using: &generator)))
                })
        }
        let classes = JSONWriter().write(.array(Self.labels.names.map(JSONValue.string)))
        let input = ([classes] + outputs.map { JSONWriter().write($0.json) }).joined(
            separator: "\n")
        let manifest = AugmentedManifest(classes: Self.labels)
        let lines = try outputs.map { try manifest.line(for: $0) ?? "" }
        #expect(
            try Python.run(Self.walkthrough, input: input)
                == lines.map { $0 + "\n" }.joined())
    }

    @Test func aLabelOutsideTheClassesIsAnErrorThatNamesTheLoop() {
        let box = LabeledBox(
            label: "zebra\u{1b}", box: BoundingBox(left: 0, top: 0, width: 1, height: 1))
        let error = #expect(throws: AugmentedManifest.UnknownLabel.self) {
            try AugmentedManifest(classes: .pascalVOC).line(for: output(3, boxes: [box]))
        }
        #expect(
            error?.description
                == "loop loop-3: the label \"zebra\\u001b\" is not a class of the flow, so it has "
                + "no class id")
    }

    @Test func anImageWithoutObjectsHasALineToo() throws {
        let line = try AugmentedManifest(classes: .pascalVOC).line(for: output(1, boxes: []))
        #expect(line?.contains("\"annotations\": [], ") == true)
        #expect(line?.contains("\"objects\": [], ") == true)
    }
}
