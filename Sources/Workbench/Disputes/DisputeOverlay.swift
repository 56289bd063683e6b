internal import Annotations
internal import HumanReview
internal import Screen

/// Draws everybody's boxes over the photo of a loop in dispute.
struct DisputeOverlay {
    let dispute: Dispute
    let theme: Theme

    /// What people agree about, then what they differ in, the object looked at last.
    ///
    /// Of what they differ in, the box that would be settled is the thick one.
    func draw(on overlay: inout VersionOverlay) {
        for object in dispute.consolidation.objects where object.disagreements.isEmpty {
            overlay.draw(object.merged.box, .thin, ink: CanvasInk.unknownClass)
        }
        for object in dispute.differing where object != dispute.selectedObject {
            draw(object, isSelected: false, on: &overlay)
        }
        if let selected = dispute.selectedObject { draw(selected, isSelected: true, on: &overlay) }
    }

    private func draw(
        _ position: Int, isSelected: Bool, on overlay: inout VersionOverlay
    ) {
        let object = dispute.consolidation.objects[position]
        let choice = dispute.choice(of: position)
        if let consolidated = object.consolidated, isSelected || choice == .consolidated {
            overlay.draw(
                consolidated.box, choice == .consolidated ? .thick : .dashed,
                ink: CanvasInk.light)
        }
        var tags: [(text: String, ink: UInt8)] = []
        for (answer, member) in object.members.enumerated() {
            guard let member else { continue }
            let ink = CanvasInk.ofClass(DisputeInk.answer(answer, theme: theme), theme: theme)
            overlay.draw(member.box, choice == .answer(answer) ? .thick : .thin, ink: ink)
            tags.append(("\(dispute.revision.answers[answer].worker.name): \(member.label)", ink))
        }
        overlay.write(
            isSelected ? tags : [(settledTag(position), CanvasInk.light)], at: object.merged.box)
    }

    /// What would be settled of an object, in words.
    private func settledTag(_ position: Int) -> String {
        dispute.settledBox(of: position)?.label
            ?? "\(dispute.consolidation.objects[position].merged.label): no box"
    }
}
