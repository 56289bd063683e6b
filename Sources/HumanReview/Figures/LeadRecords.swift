/// What a store keeps for a lead, read at one moment; ``LeadFigures`` are computed from it alone.
package struct LeadRecords: Hashable, Sendable {
    /// How many hours and days back ``hours`` and ``days`` reach.
    package static let hoursBack: Int64 = 14 * 24
    package static let daysBack: Int64 = 14

    package var time: Timestamp
    package var loops: [HumanLoop.Status: Int] = [:]
    /// Images whose prediction starts no loop and that nobody has accepted yet.
    package var confident = 0
    /// Images that wait for a prediction.
    package var queued = 0
    package var hours: [LoopHour] = []
    /// Loops in progress of an age of so many hours and more, of each of ``QueueFigures/bounds``.
    package var waiting: [Int64: Int] = [:]
    /// When the oldest loop in progress was created.
    package var oldestWaiting: Timestamp?
    /// The age from which a loop in progress is late.
    package var ageLimitMilliseconds: Int64
    /// Loops in progress that are older.
    package var overAge = 0
    package var leases: [LeaseStanding] = []
    /// What workers did in the last ``daysBack`` days.
    package var days: [WorkerDay.Key: WorkerDay] = [:]
    /// What each worker ever did.
    package var totals: [String: WorkerDay] = [:]
    /// The sums over answers; its days are empty.
    package var answers = AnswerFigures()
    /// Model versions that predicted something, oldest first.
    package var versions: [String] = []
    package var versionInService: String?
    /// Predictions of each version by score band; -1 is without a detection.
    package var scores: [String: [Int: Int]] = [:]
    /// Detections of each version by class.
    package var labels: [String: [String: Int]] = [:]

    /// Records of an empty store.
    package init(time: Timestamp, ageLimitMilliseconds: Int64) {
        self.time = time
        self.ageLimitMilliseconds = ageLimitMilliseconds
    }
}
