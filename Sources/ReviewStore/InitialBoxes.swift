import Annotations
import HumanReview

/// The boxes a reviewer starts from.
enum InitialBoxes {
    /// The template's `initial-value`, or the proposals when it has none.
    ///
    /// A box that is a proposal's keeps its id and score, so that the threshold still governs it; the
    /// others count on from the number of detections, as drawn ones do.
    ///
    /// - Parameters:
    ///   - rendered: the template's boxes, not yet clipped to the image.
    ///   - input: what the loop was started with.
    ///   - size: the image's.
    ///   - detections: how many the prediction has.
    /// - Returns: boxes with different ids.
    static func boxes(
        _ rendered: [LabeledBox]?, input: InputContent, size: PixelSize, detections: Int
    ) -> [ReviewBox] {
        guard let rendered else { return input.initialBoxes }
        var unused = Dictionary(grouping: input.initialBoxes.reversed()) {
            LabeledBox(label: $0.label, box: $0.box)
        }
        var next = detections
        return rendered.map { labeled in
            let box = labeled.box.clipped(to: size)
            let place = LabeledBox(label: labeled.label, box: box)
            if let proposal = unused[place]?.popLast() { return proposal }
            defer { next += 1 }
            return ReviewBox(id: next, label: labeled.label, box: box)
        }
    }
}
