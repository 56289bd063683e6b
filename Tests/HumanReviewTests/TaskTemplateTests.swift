import Annotations
import HumanReview
import OrderedJSON
import Testing
import TestSupport

@Suite struct TaskTemplateTests {
    /// The walkthrough's template in its own form: labels as Python's `str` of a list writes them.
    private static let walkthrough = """
        <script src="https://assets.crowd.aws/crowd-html-elements.js"></script>
        <crowd-form>
          <crowd-bounding-box
            name="annotatedResult"
            src="{{ task.input.taskObject | grant_read_access }}"
            header="Draw bounding boxes around all the objects &amp; things"
            labels="['aeroplane', 'bicycle', 'person']"
          >
            <full-instructions header="Bounding Box Instructions">
              <p>Use the <b>box tool</b>
                 to draw.</p>
              <ol><li>Choose a label</li><li>Drag</li></ol>
            </full-instructions>
            <short-instructions>Draw boxes.</short-instructions>
          </crowd-bounding-box>
        </crowd-form>
        """

    /// The form AWS gives for adjusting earlier boxes: a loop, a capture, a hash looked up by variable,
    /// names without quotes and a comma after the last box.
    private static let adjustment = """
        <crowd-form>
          <crowd-bounding-box name="boundingBox" src="{{ task.input.taskObject | grant_read_access }}"
            header="{{ task.input.header }}"
            labels="{{ task.input.labels | to_json | escape }}"
            initial-value="[
              {% for box in task.input.manifestLine.prelabel.annotations %}
                {% capture class_id %}{{ box.class_id }}{% endcapture %}
                {% assign label = task.input.manifestLine.prelabel-metadata.class-map[class_id] %}
                { label: {{ label | to_json }}, left: {{ box.left }}, top: {{ box.top }},
                  width: {{ box.width }}, height: {{ box.height }}, },
              {% endfor %}
            ]">
            <full-instructions header="H"></full-instructions><short-instructions></short-instructions>
          </crowd-bounding-box>
        </crowd-form>
        """

    private func input(_ json: String) throws -> JSONValue { try JSONParser().parse(json) }

    @Test func readsTheWalkthroughsTemplate() throws {
        let task = try TaskTemplate(source: Self.walkthrough).render(
            input: input(#"{"taskObject": "file:///a%20b.jpg", "initialValue": "person"}"#))
        #expect(task.name == "annotatedResult")
        #expect(task.imageURI == "file:///a%20b.jpg")
        #expect(task.initialBoxes == nil)
        #expect(
            task.instructions
                == TaskInstructions(
                    header: "Draw bounding boxes around all the objects & things",
                    labels: LabelMap(["aeroplane", "bicycle", "person"]),
                    shortInstructions: "Draw boxes.",
                    fullInstructionsHeader: "Bounding Box Instructions",
                    fullInstructions: "Use the box tool to draw.\n\n1. Choose a label\n2. Drag"))
    }

    @Test func readsBoxesAsAWSTemplatesWriteThem() throws {
        let task = try TaskTemplate(source: Self.adjustment).render(
            input: input(
                #"""
                {"taskObject": "s3://bucket/a.jpg", "header": "\"Fix\" <it>\u001b[2J",
                 "labels": ["it's", "dog"], "manifestLine": {
                   "prelabel": {"annotations": [
                     {"class_id": 1, "left": 5, "top": 6, "width": 7, "height": 8},
                     {"class_id": 0, "left": 1.6, "top": 2, "width": 3, "height": 4}]},
                   "prelabel-metadata": {"class-map": {"0": "it's", "1": "dog"}}}}
                """#))
        #expect(task.instructions.header == "\"Fix\" <it>[2J")
        #expect(task.instructions.labels.names == ["it's", "dog"])
        #expect(
            task.initialBoxes == [
                LabeledBox(label: "dog", box: BoundingBox(left: 5, top: 6, width: 7, height: 8)),
                LabeledBox(label: "it's", box: BoundingBox(left: 2, top: 2, width: 3, height: 4)),
            ])
    }

    @Test func builtInTemplateShowsTheProposals() throws {
        let template = try TaskTemplate(source: BuiltInTemplate.source())
        let task = try template.render(
            input: input(
                #"""
                {"taskObject": "file:///a.jpg", "initialValue": "dog", "boundingBoxes":
                 [{"height": 8, "label": "dog", "left": -5, "top": 6, "width": 7, "score": 0.25}]}
                """#))
        #expect(task.instructions.labels == .pascalVOC)
        #expect(
            task.initialBoxes == [
                LabeledBox(label: "dog", box: BoundingBox(left: -5, top: 6, width: 7, height: 8))
            ])
        #expect(task.instructions.fullInstructions.contains("· bus, car or train: cars and vans"))
        #expect(task.instructions.fullInstructions.count > 2000)
        #expect(
            try template.render(input: input(#"{"taskObject": "file:///a"}"#)).initialBoxes == [])
    }

    @Test func builtInTemplateTakesAnyLabels() throws {
        let labels = LabelMap(["{{ nil }}", "{% if", "\"it's\" <b>&amp;", "日本"])
        let template = try TaskTemplate(source: BuiltInTemplate.source(labels: labels))
        let task = try template.render(input: input(#"{"taskObject": "file:///a"}"#))
        #expect(task.instructions.labels == labels)
        #expect(!task.instructions.fullInstructions.contains("Which class"))
    }

    private static let refusals: [(String, String, Int, Int, String)] = [
        ("<crowd-bounding-box", "<crowd-polygon", 3, 3, "unknown tag 'crowd-polygon'"),
        ("<short-instructions>", "<short-instruction>", 14, 5, "unknown tag 'short-instruction'"),
        ("src=", "source=", 3, 3, "crowd-bounding-box has no attribute 'src'"),
        ("<crowd-form>", "<p>", 3, 3, "crowd-bounding-box must be inside a crowd-form"),
        ("Draw boxes.", "{% include 'x' %}", 14, 25, "unknown tag 'include'"),
        ("</crowd-form>", "<p class=\"", 16, 1, "the tag has no '>'"),
    ]

    @Test(arguments: refusals) func refuses(
        text: String, replacement: String, line: Int, column: Int, reason: String
    ) throws {
        let source = Self.walkthrough.replacing(text, with: replacement)
        let error = try #require(throws: TaskTemplateError.self) {
            try TaskTemplate(source: source)
        }
        #expect(error.reason.hasPrefix(reason))
        #expect((error.line, error.column) == (line, column))
    }

    @Test func refusesWhatIsTooLongOrNoTemplate() throws {
        let long = Self.walkthrough + String(repeating: "é", count: 128_000)
        #expect(throws: TaskTemplateError.self) { try TaskTemplate(source: long) }
        #expect(throws: TaskTemplateError.self) { try TaskTemplate(source: "") }
    }

    private static let failures: [(String, String, String)] = [
        ("['aeroplane', 'bicycle', 'person']", "aeroplane", "'labels' is not an array of texts"),
        ("['aeroplane', 'bicycle', 'person']", "[]", "'labels' must be 1 to 1000 texts"),
        ("'bicycle'", "1", "'labels' must be"),
        ("'bicycle'", "'\\u001b[2J'", "label 2 is empty or has"),
        ("'bicycle'", "'person'", "label 'person' is there 2 times"),
        (
            "header=", "initial-value=\"[{label: 'cat'}]\" header=",
            "box 1 of 'initial-value' has the label 'cat'"
        ),
        (
            "header=", "initial-value=\"[{label: 'person'}]\" header=",
            "box 1 of 'initial-value' has no 'left'"
        ),
        ("header=", "initial-value=\"{}\" header=", "'initial-value' is not an array"),
        (
            "</crowd-form>", "<crowd-bounding-box name='' src='' labels='' header=''>",
            "2 crowd-bounding-box elements"
        ),
    ]

    @Test(arguments: failures) func failsToRender(text: String, replacement: String, reason: String)
        throws
    {
        let template = try TaskTemplate(source: Self.walkthrough.replacing(text, with: replacement))
        let error = try #require(throws: TaskTemplateError.self) {
            try template.render(input: input(#"{"taskObject": "file:///a"}"#))
        }
        #expect(error.reason.hasPrefix(reason))
        #expect((error.line, error.column) == (3, 3))
    }

    @Test func failsAsTheServiceDoesOnWhatItCannotRead() throws {
        let template = try TaskTemplate(source: Self.walkthrough)
        let error = try #require(throws: TaskTemplateError.self) {
            try template.render(input: input(#"{"taskObject": "ftp://a\u001b[2J"}"#))
        }
        #expect(
            error.failureReason
                == "Task failed to render: [ InvalidParameters: '\"grant_read_access\" input is not a "
                + "valid S3 URI: ftp://a[2J' ]")
    }

    @Test(arguments: 0..<30) func mutationsNeverTrap(seed: UInt64) throws {
        let json = try input(#"{"taskObject": "s3://b/a", "labels": ["a"], "header": "h"}"#)
        var random = SeededGenerator(seed: seed)
        for base in [Self.walkthrough, Self.adjustment, BuiltInTemplate.source()] {
            for _ in 0..<10 {
                var bytes = Array(base.utf8)
                for _ in 0..<Int.random(in: 1...5, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    if .random(using: &random) {
                        bytes[place] =
                            Array("<>\"'&;=/{}%|!-\u{1B}".utf8).randomElement(using: &random) ?? 0
                    } else {
                        bytes.removeSubrange(place..<min(place + 9, bytes.count))
                    }
                }
                let template = try? TaskTemplate(source: String(decoding: bytes, as: UTF8.self))
                guard let task = try? template?.render(input: json) else { continue }
                let text = task.instructions.header + task.instructions.fullInstructions
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            }
        }
    }
}
