internal import HumanReview

extension AppState {
    /// Between two looks at what the queue and other processes do, in milliseconds.
    private static let lookInterval: Int64 = 900

    /// Asks how the queue stands, and with an empty screen whether there is something to review.
    mutating func lookAround() -> [Effect] {
        let elapsed = now.milliseconds &- lookedAt.milliseconds
        guard elapsed < 0 || elapsed >= Self.lookInterval else { return [] }
        lookedAt = now
        if case .empty = place { isLooking = true }
        return [.refreshQueue, .refreshSummary]
    }

    /// Takes the summary; an empty screen takes up what has come meanwhile.
    mutating func receive(_ summary: QueueSummary) -> [Effect] {
        self.summary = summary
        // Once a look: what waits may be what this worker holds elsewhere, and cannot be taken.
        defer { isLooking = false }
        return isLooking && summary.waiting > 0 ? lookForTask() : []
    }

    /// Takes the next task when the screen has none.
    func lookForTask() -> [Effect] {
        guard destination == .review, case .empty = place, popup == nil else { return [] }
        return claimNext()
    }
}
