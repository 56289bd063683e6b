package import HumanReview

/// A line for the reviewer, shown until another one or its time is over.
package struct Message: Hashable, Sendable {
    /// How much it matters.
    package enum Level: Hashable, Sendable {
        case information
        case success
        case warning
        case error
    }

    package var level: Level
    package var text: String
    package var time: Timestamp

    /// A message.
    package init(_ level: Level, _ text: String, at time: Timestamp) {
        self.level = level
        self.text = text
        self.time = time
    }

    /// Errors stay four times as long as a glance takes.
    func isOver(at now: Timestamp) -> Bool {
        now.milliseconds - time.milliseconds > (level == .error ? 20_000 : 5_000)
    }
}
