/// When the loops in progress will be done, from how many were done in past hours.
///
/// The model: every working hour (one in which a loop is completed) brings a number of loops drawn from
/// one distribution, of which the working hours of the history are a sample. A bootstrap of two stages
/// draws first a history from the history, since a short one says little of the distribution, and then
/// hours from that until nothing remains. Half of the outcomes are before ``Span/middle``; 10 % each are
/// before ``Span/low`` and after ``Span/high``. No new loops are assumed.
package struct CompletionEstimate: Hashable, Sendable {
    /// Fewer working hours than this tell nothing.
    package static let leastWorkingHours = 3
    private static let outcomes = 400
    /// Beyond so many hours their sum is taken to be normal, as sums of many are.
    private static let mostHoursDrawn = 200.0

    /// Three points of the outcomes.
    package struct Span: Hashable, Sendable {
        /// 10 % of the outcomes are below.
        package var low: Double
        package var middle: Double
        /// 10 % of the outcomes are above.
        package var high: Double
    }

    /// Loops in progress.
    package let remaining: Int
    /// Working hours until the last of them is completed.
    package let workingHours: Span
    /// The share of the history's hours, from its first working one, that were working ones.
    package let workingShare: Double

    /// An estimate, or nil when nothing remains or the history has too few working hours.
    ///
    /// - Parameters:
    ///   - remaining: loops in progress.
    ///   - history: the loops completed in each past hour, oldest first, without the current one.
    package init?(remaining: Int, history: [Int]) {
        let working = history.filter { $0 > 0 }
        guard remaining > 0, working.count >= Self.leastWorkingHours else { return nil }
        self.remaining = remaining
        workingShare = Double(working.count) / Double(history.drop { $0 <= 0 }.count)
        var random = SplitMix64(seed: 0x4c6f_6f70)
        let hours = (0..<Self.outcomes).map { _ in
            Self.outcome(remaining, from: working.map(Double.init), &random)
        }.sorted()
        workingHours = Span(
            low: Self.quantile(0.1, of: hours), middle: Self.quantile(0.5, of: hours),
            high: Self.quantile(0.9, of: hours))
    }

    /// The hours of the clock until the last loop is completed: the working hours, with idle ones between
    /// them as in the history.
    package var clockHours: Span {
        Span(
            low: workingHours.low / workingShare, middle: workingHours.middle / workingShare,
            high: workingHours.high / workingShare)
    }

    /// When the last loop is completed, by the clock; beyond a century it is a century from now.
    package func finish(from time: Timestamp) -> (
        low: Timestamp, middle: Timestamp, high: Timestamp
    ) {
        func after(_ hours: Double) -> Timestamp {
            let milliseconds = min(hours, 876_600) * Double(Timestamp.millisecondsOfHour)
            return Timestamp(milliseconds: time.milliseconds + Int64(milliseconds))
        }
        return (after(clockHours.low), after(clockHours.middle), after(clockHours.high))
    }

    /// One possible number of working hours.
    private static func outcome(
        _ remaining: Int, from working: [Double], _ random: inout SplitMix64
    ) -> Double {
        let history = working.map { _ in working[draw(working.count, &random)] }
        let mean = history.reduce(0, +) / Double(history.count)
        let expected = Double(remaining) / mean
        guard expected <= mostHoursDrawn else {
            let squares = history.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let spread = (squares / Double(history.count) * expected).squareRoot() / mean
            return max(0, expected + spread * random.deviate())
        }
        return hours(until: Double(remaining), from: history, &random)
    }

    private static func hours(
        until remaining: Double, from history: [Double], _ random: inout SplitMix64
    ) -> Double {
        var (left, hours) = (remaining, 0.0)
        while true {
            let completed = history[draw(history.count, &random)]
            if completed >= left { return hours + left / completed }
            left -= completed
            hours += 1
        }
    }

    private static func draw(_ count: Int, _ random: inout SplitMix64) -> Int {
        Int(random.uniform() * Double(count))
    }

    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = sorted[Int(position)]
        let above = sorted[min(Int(position) + 1, sorted.count - 1)]
        return below + (above - below) * (position - position.rounded(.down))
    }
}
