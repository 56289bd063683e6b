package import Annotations
package import HumanReview
import OrderedJSON

/// Completed loops as training data: a line of JSON for each image, as the walkthrough's
/// `convert_a2i_to_augmented_manifest` makes it of a loop's output object and `json.dump` writes it.
package struct AugmentedManifest: Hashable, Sendable {
    /// Every class of the flow, named in each line's class map.
    package var classes: LabelMap

    /// A manifest of a flow's classes.
    package init(classes: LabelMap) { self.classes = classes }

    /// An answer that the classes have no id for.
    package struct UnknownLabel: Error, Hashable, Sendable, CustomStringConvertible {
        package var loop: String
        package var label: String

        /// A label of an answer to a loop.
        package init(loop: String, label: String) {
            self.loop = loop
            self.label = label
        }

        package var description: String {
            "loop \(loop): the label \(JSONWriter().write(.string(label))) is not a class of the "
                + "flow, so it has no class id"
        }
    }

    /// The line of a completed loop without its line feed, from the first answer as the walkthrough
    /// has it, or from what several answers were settled to; nil when nobody has answered.
    ///
    /// - Throws: ``UnknownLabel``.
    package func line(for output: HumanLoopOutput) throws(UnknownLabel) -> String? {
        guard let answer = output.settledAnswer else { return nil }
        return try line(
            of: answer, about: output.inputContent.taskObject, loop: output.humanLoopName)
    }

    /// The line of what was settled on about an image, without its line feed.
    ///
    /// - Throws: ``UnknownLabel``.
    package func line(for final: FinalAnswer) throws(UnknownLabel) -> String {
        try line(of: final.answer, about: final.image.uri, loop: final.loop)
    }

    private func line(
        of answer: Answer, about source: String, loop: String
    ) throws(UnknownLabel) -> String {
        let annotations = try annotations(of: answer, loop: loop)
        let value = JSONValue.object([
            .init("source-ref", .string(source)),
            .init(
                "a2i-retraining",
                .object([
                    .init("annotations", .array(annotations)),
                    .init("image_size", .array([Self.size(answer.imageSize)])),
                ])),
            .init("a2i-retraining-metadata", metadata(of: answer, loop: loop)),
        ])
        return JSONWriter(style: .python).write(value)
    }

    private func annotations(of answer: Answer, loop: String) throws(UnknownLabel) -> [JSONValue] {
        var annotations: [JSONValue] = []
        for labeled in answer.boxes {
            guard let id = classes.classID(of: labeled.label) else {
                throw UnknownLabel(loop: loop, label: labeled.label)
            }
            let box = labeled.box
            annotations.append(
                Self.object([
                    ("class_id", id), ("width", box.width), ("top", box.top),
                    ("height", box.height), ("left", box.left),
                ]))
        }
        return annotations
    }

    private func metadata(of answer: Answer, loop: String) -> JSONValue {
        let classMap = classes.names.enumerated().map { id, name in
            JSONValue.Member(String(id), .string(name))
        }
        let objects = answer.boxes.map { _ in Self.object([("confidence", 1)]) }
        return .object([
            .init("job-name", .string("a2i/" + loop)), .init("class-map", .object(classMap)),
            .init("human-annotated", .string("yes")), .init("objects", .array(objects)),
            .init("creation-date", .string(answer.submissionTime.iso8601)),
            .init("type", .string("groundtruth/object-detection")),
        ])
    }

    /// Photographs are read as three channels, whatever they are stored as.
    private static func size(_ size: PixelSize) -> JSONValue {
        object([("width", size.width), ("depth", 3), ("height", size.height)])
    }

    private static func object(_ members: [(String, Int)]) -> JSONValue {
        .object(members.map { .init($0, .integer(Int64($1))) })
    }
}
