package import HumanReview

/// The disputes screen: one loop after the other whose answers differ.
package struct DisputesState: Hashable, Sendable {
    /// Those read so far, the one that waits longest first.
    package var loops: [DisputedLoop] = []
    /// How many there are in all.
    package var total = 0
    package var position = 0
    /// The loop to be shown when the list is read next.
    package var wanted: String?
    /// Whether the list was read at all.
    package var isLoaded = false
    /// The loop on the screen, once its answers are read.
    package var dispute: Dispute?
    package var failure: String?
    /// Whether a settlement is being taken back.
    package var isUndoing = false

    /// The state before the screen was gone to.
    package init() {}

    package var current: DisputedLoop? {
        loops.indices.contains(position) ? loops[position] : nil
    }

    package var isBusy: Bool {
        guard failure == nil, !isUndoing else { return isUndoing }
        guard let dispute else { return !isLoaded || current != nil }
        return dispute.photo.isAwaited || dispute.isSubmitting
    }

    /// Puts a loop's answers on the screen; what was decided about the same answers stays.
    mutating func show(_ history: LoopHistory) {
        failure = nil
        if let dispute, dispute.history.loop == history.loop,
            dispute.revision.answers == history.latest?.answers
        {
            return
        }
        dispute = Dispute(history)
    }
}
