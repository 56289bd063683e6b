internal import Annotations
internal import HumanReview

/// What stands over a loop's photo: whose boxes are on it, and how many.
struct LoopCaption {
    let title: String
    let detail: String

    /// Over each copy of the photo, from the left.
    static func all(_ view: LoopView, _ boxes: LoopDetailState.Boxes) -> [LoopCaption] {
        switch boxes {
        case .beside: [ofModel(view), ofPeople(view)]
        case .both: [ofBoth(view)]
        case .model: [ofModel(view)]
        case .people: [ofPeople(view)]
        }
    }

    private static func ofModel(_ view: LoopView) -> LoopCaption {
        LoopCaption(title: "Model", detail: Counted.boxes(view.proposals.count))
    }

    private static func ofPeople(_ view: LoopView) -> LoopCaption {
        guard let differences = view.differences else {
            return LoopCaption(title: "People", detail: "nobody has answered yet")
        }
        return LoopCaption(title: view.peoplesTitle, detail: differences.summary)
    }

    private static func ofBoth(_ view: LoopView) -> LoopCaption {
        guard let differences = view.differences else {
            return LoopCaption(title: "Model", detail: "nobody has answered yet")
        }
        return LoopCaption(
            title: "Model and \(view.peoplesTitle)", detail: differences.summary)
    }
}

extension LoopView {
    /// Who says what people say together.
    fileprivate var peoplesTitle: String {
        if let lead = settlement?.lead { return "settled by \(lead.name)" }
        return answers.count == 1
            ? answers[0].worker.name : "consolidated of \(answers.count)"
    }
}
