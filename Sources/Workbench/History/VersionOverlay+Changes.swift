internal import Annotations
internal import HumanReview
internal import Imaging

extension VersionOverlay {
    /// Draws what became of a box: dashed as it was, solid as it is, and named unless nothing changed.
    mutating func draw(
        _ change: BoxDifferences.Change, isSelected: Bool = false, labels: LabelMap?
    ) {
        if change.kind != .kept, let before = change.before {
            draw(
                before.box, .dashed,
                ink: change.after == nil ? ink(before, labels) : CanvasInk.light)
        }
        if let after = change.after {
            draw(after.box, isSelected ? .thick : .thin, ink: ink(after, labels))
        }
        guard change.kind != .kept, let box = change.after ?? change.before else { return }
        write([(change.summary, ink(box, labels))], at: box.box)
    }

    /// The colour of a box's class.
    func ink(_ box: LabeledBox, _ labels: LabelMap?) -> UInt8 {
        CanvasInk.ofClass(labels?.classID(of: box.label), theme: theme)
    }
}

extension BoxDifferences.Change {
    /// What happened to which box, `moved dog`.
    var summary: String {
        switch kind {
        case .kept: "kept \(after?.label ?? "")"
        case .moved: "moved \(after?.label ?? "")"
        case .relabelled: "\(before?.label ?? "") is \(after?.label ?? "")"
        case .added: "added \(after?.label ?? "")"
        case .removed: "removed \(before?.label ?? "")"
        }
    }
}
