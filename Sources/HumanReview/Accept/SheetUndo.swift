/// What taking a decision back did.
package struct SheetUndo: Hashable, Sendable {
    /// Accepted images that are confident again.
    package var accepted: Int
    /// Images sent to review that are confident again.
    package var reviewed: Int
    /// Images that stay as they are: sent to review and opened there meanwhile, or accepted by a later
    /// decision that can be taken back no more.
    package var kept: Int
    /// Boxes decided one by one that wait again.
    package var boxes: Int

    /// What was taken back.
    package init(accepted: Int, reviewed: Int, kept: Int, boxes: Int = 0) {
        self.accepted = accepted
        self.reviewed = reviewed
        self.kept = kept
        self.boxes = boxes
    }
}
