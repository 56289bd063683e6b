/// What taking a decision back did.
package struct SheetUndo: Hashable, Sendable {
    /// Accepted images that are confident again.
    package var accepted: Int
    /// Images sent to review that are confident again.
    package var reviewed: Int
    /// Images sent to review that were opened there meanwhile, and so stay.
    package var kept: Int
    /// Boxes decided one by one about which nothing is decided any more.
    package var boxes: Int

    /// What was taken back.
    package init(accepted: Int, reviewed: Int, kept: Int, boxes: Int = 0) {
        self.accepted = accepted
        self.reviewed = reviewed
        self.kept = kept
        self.boxes = boxes
    }
}
