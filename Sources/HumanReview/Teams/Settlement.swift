package import Annotations

/// What holds of several answers: their consolidation, or what a lead decided; immutable once stored.
package struct Settlement: Hashable, Sendable {
    /// The lead who decided; nil for the consolidation of the answers.
    package var lead: Worker?
    package var time: Timestamp
    package var boxes: [LabeledBox]

    /// A settlement.
    package init(lead: Worker?, time: Timestamp, boxes: [LabeledBox]) {
        self.lead = lead
        self.time = time
        self.boxes = boxes
    }
}
