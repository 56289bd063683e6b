/// Paces frames by the terminal's own answers: one is sent, then `CSI 5 n`, and the next only after
/// the answer, or after a time-out; a terminal that has never answered is not asked twice.
nonisolated struct FlowControl: Sendable {
    /// Asks the terminal to say when it has come this far (DSR).
    static let question = Array("\u{1B}[5n".utf8)
    static let patience = Duration.seconds(1)

    private var unanswered = 0
    private var hasAnswered = false
    private var isDeaf = false
    /// When to give up waiting, or nil while nothing is awaited.
    private(set) var deadline: ContinuousClock.Instant?

    /// Whether a frame may be sent.
    var isOpen: Bool { deadline == nil }

    /// Notes that a frame and the question have been sent.
    mutating func sent(at now: ContinuousClock.Instant) {
        guard !isDeaf else { return }
        unanswered += 1
        deadline = now + Self.patience
    }

    /// Notes an answer; one to a question given up on opens nothing.
    mutating func answered() {
        hasAnswered = true
        isDeaf = false
        unanswered = max(0, unanswered - 1)
        if unanswered == 0 { deadline = nil }
    }

    /// Stops waiting when it has been too long.
    mutating func expire(at now: ContinuousClock.Instant) {
        guard let deadline, now >= deadline else { return }
        self.deadline = nil
        unanswered = 0
        isDeaf = !hasAnswered
    }
}
