import Annotations
package import OrderedJSON

/// A completed loop's output object, as A2I writes it for custom tasks: members in alphabetical order,
/// no `workerMetadata`, since workers here have no identity provider.
package struct HumanLoopOutput: Hashable, Sendable {
    package var flowDefinitionName: String
    package var humanLoopName: String
    /// In the order of submission; several when the flow wants several people's answers.
    package var answers: [Answer]
    package var inputContent: InputContent
    /// The key of the boxes in each answer: the `name` of the template's `crowd-bounding-box`.
    package var answerName: String
    /// What holds of several answers, for training data; the object itself has every answer as it was
    /// given.
    package var settlement: Settlement?

    /// The output of a loop.
    package init(
        flowDefinitionName: String, humanLoopName: String, answers: [Answer],
        inputContent: InputContent, answerName: String = "annotatedResult",
        settlement: Settlement? = nil
    ) {
        self.flowDefinitionName = flowDefinitionName
        self.humanLoopName = humanLoopName
        self.answers = answers
        self.inputContent = inputContent
        self.answerName = answerName
        self.settlement = settlement
    }

    /// The answer to learn from; nil when nobody has answered.
    package var settledAnswer: Answer? { answers.settled(by: settlement) }

    /// The object; equal outputs have equal text.
    package var json: JSONValue {
        .object([
            .init(
                "flowDefinitionArn", .string(ResourceName.flowDefinition(flowDefinitionName))),
            .init("humanAnswers", .array(answers.map(json(of:)))),
            .init("humanLoopName", .string(humanLoopName)),
            .init("inputContent", inputContent.json),
        ])
    }

    private func json(of answer: Answer) -> JSONValue {
        .object([
            .init("acceptanceTime", .string(answer.acceptanceTime.iso8601)),
            .init("answerContent", .object([.init(answerName, Self.result(of: answer))])),
            .init("submissionTime", .string(answer.submissionTime.iso8601)),
            .init("timeSpentInSeconds", .number(Double(answer.activeMilliseconds) / 1000)),
            .init("workerId", .string(answer.worker.identifier)),
        ])
    }

    private static func result(of answer: Answer) -> JSONValue {
        .object([
            .init("boundingBoxes", .array(answer.boxes.map(json(of:)))),
            .init(
                "inputImageProperties",
                .object([
                    .init("height", .integer(Int64(answer.imageSize.height))),
                    .init("width", .integer(Int64(answer.imageSize.width))),
                ])),
        ])
    }

    private static func json(of box: LabeledBox) -> JSONValue {
        .object([
            .init("height", .integer(Int64(box.box.height))), .init("label", .string(box.label)),
            .init("left", .integer(Int64(box.box.left))),
            .init("top", .integer(Int64(box.box.top))),
            .init("width", .integer(Int64(box.box.width))),
        ])
    }
}
