internal import Annotations
internal import HumanReview
internal import Imaging
internal import Screen

/// Draws the model's and the people's boxes over a loop's photo, and marks what people changed.
struct LoopOverlay {
    let view: LoopView
    private let changes: [BoxDifferences.Change]
    private let isAnswered: Bool
    private let scoreText: (Double) -> String

    init(_ view: LoopView, scoreText: @escaping (Double) -> String) {
        self.view = view
        self.scoreText = scoreText
        changes = view.differences?.changes ?? []
        isAnswered = view.differences != nil
    }

    /// The boxes of one side, or both; what was changed comes last, so that nothing hides it.
    func draw(_ boxes: LoopDetailState.Boxes, on overlay: inout VersionOverlay) {
        switch boxes {
        case .model: drawProposals(on: &overlay)
        case .people:
            for change in keptFirst { drawAnswered(change, on: &overlay) }
        case .both, .beside:
            guard isAnswered else { return drawProposals(on: &overlay) }
            for change in keptFirst { overlay.draw(change, labels: view.labels) }
        }
    }

    private var keptFirst: [BoxDifferences.Change] {
        changes.filter { $0.kind == .kept } + changes.filter { $0.kind != .kept }
    }

    private func drawProposals(on overlay: inout VersionOverlay) {
        // The changes begin with what became of each proposal, in their order.
        for (position, proposal) in view.proposals.enumerated() {
            let fate = changes.indices.contains(position) ? changes[position].kind : nil
            draw(proposal, fate, on: &overlay)
        }
    }

    private func draw(
        _ proposal: ReviewBox, _ fate: BoxDifferences.Kind?, on overlay: inout VersionOverlay
    ) {
        let box = LabeledBox(label: proposal.label, box: proposal.box)
        let line: VersionOverlay.Line =
            switch fate {
            case .removed: .dashed
            case .relabelled: .thick
            default: .thin
            }
        let isChanged = fate == .removed || fate == .relabelled
        let name = proposal.label + (proposal.score.map { " " + scoreText($0) } ?? "")
        let ink = overlay.ink(box, view.labels)
        overlay.draw(proposal.box, line, ink: ink)
        overlay.write(
            [(name + (isChanged ? " \(fate?.rawValue ?? "")" : ""), ink)], at: proposal.box,
            isAlways: isChanged)
    }

    private func drawAnswered(
        _ change: BoxDifferences.Change, on overlay: inout VersionOverlay
    ) {
        guard let box = change.after else { return }
        let ink = overlay.ink(box, view.labels)
        if change.kind == .moved, let before = change.before {
            overlay.draw(before.box, .dashed, ink: CanvasInk.light)
        }
        overlay.draw(box.box, change.kind == .kept ? .thin : .thick, ink: ink)
        // What was moved is seen without a word.
        let isSaid = change.kind == .added || change.kind == .relabelled
        overlay.write([(change.tag, ink)], at: box.box, isAlways: isSaid)
    }
}

extension LoopView {
    /// What people made of the model's boxes; nil before the first answer.
    var differences: BoxDifferences? {
        peoplesBoxes.map { boxes in
            BoxDifferences(
                from: proposals.map { LabeledBox(label: $0.label, box: $0.box) }, to: boxes)
        }
    }
}

extension BoxDifferences.Change {
    /// The name of a box that people left, and how it differs from the model's.
    fileprivate var tag: String {
        let label = after?.label ?? ""
        return switch kind {
        case .kept, .removed: label
        case .moved: "\(label) moved"
        case .added: "\(label) added"
        case .relabelled: "\(label), was \(before?.label ?? "")"
        }
    }
}
