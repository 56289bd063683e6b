/// Paces frames by the terminal's own answers: one is sent, then `CSI 5 n`, and the next only after
/// the answer, or after a time-out in terminals that give none.
nonisolated struct FlowControl: Sendable {
    /// Asks the terminal to say when it has come this far (DSR).
    static let question = Array("\u{1B}[5n".utf8)
    static let patience = Duration.seconds(1)

    private var unanswered = 0
    /// When to give up waiting, or nil while nothing is awaited.
    private(set) var deadline: ContinuousClock.Instant?

    /// Whether a frame may be sent.
    var isOpen: Bool { deadline == nil }

    /// Notes that a frame and the question have been sent.
    mutating func sent(at now: ContinuousClock.Instant) {
        unanswered += 1
        deadline = now + Self.patience
    }

    /// Notes an answer; one to a question given up on opens nothing.
    mutating func answered() {
        unanswered = max(0, unanswered - 1)
        if unanswered == 0 { deadline = nil }
    }

    /// Stops waiting when it has been too long.
    mutating func expire(at now: ContinuousClock.Instant) {
        guard let deadline, now >= deadline else { return }
        self.deadline = nil
        unanswered = 0
    }
}
