import Annotations
package import HumanReview
import Synchronization

/// Instructions and first boxes from the flow's worker task template.
package final class TemplateRendering: TaskRendering {
    /// The ids of boxes a template adds begin here, beyond those of any detection.
    private static let firstAddedID = 1_000_000

    /// The template read last; a workspace has one.
    private let latest = Mutex<TaskTemplate?>(nil)

    /// A renderer that has read no template yet.
    package init() {}

    package func render(_ flow: FlowDefinition, input: InputContent) throws -> Rendering {
        let task = try template(flow.template).render(input: input.json)
        return Rendering(
            instructions: task.instructions,
            initialBoxes: task.initialBoxes.map { Self.boxes($0, from: input.proposals) })
    }

    private func template(_ source: String) throws -> TaskTemplate {
        if let latest = latest.withLock({ $0 }), latest.source == source { return latest }
        let template = try TaskTemplate(source: source)
        latest.withLock { $0 = template }
        return template
    }

    /// The template's boxes; those that are proposals unchanged keep the detection's id and score.
    private static func boxes(
        _ boxes: [LabeledBox], from proposals: [InputContent.Proposal]
    ) -> [ReviewBox] {
        var unused = Dictionary(grouping: proposals.reversed()) {
            LabeledBox(label: $0.label, box: $0.box)
        }
        return boxes.enumerated().map { index, box in
            guard let proposal = unused[box]?.popLast() else {
                return ReviewBox(id: firstAddedID + index, label: box.label, box: box.box)
            }
            return ReviewBox(
                id: proposal.position, label: box.label, box: box.box, score: proposal.score)
        }
    }
}
