/// What taking a decision back did.
package struct SheetUndo: Hashable, Sendable {
    /// Accepted images that are confident again.
    package var accepted: Int
    /// Images sent to review that are confident again.
    package var reviewed: Int
    /// Images sent to review that were opened there meanwhile, and so stay.
    package var kept: Int

    /// What was taken back.
    package init(accepted: Int, reviewed: Int, kept: Int) {
        self.accepted = accepted
        self.reviewed = reviewed
        self.kept = kept
    }
}
