/// What one worker did.
package struct WorkerFigures: Hashable, Sendable {
    package var name: String
    package var total: WorkerDay
    /// The last of ``LeadRecords/daysBack`` days is today, UTC.
    package var days: [WorkerDay]

    package var today: WorkerDay { days.last ?? WorkerDay() }
}

extension WorkerDay {
    /// Answers in an hour of active time, or nil without any.
    package var answersPerActiveHour: Double? {
        activeMilliseconds > 0
            ? Double(answers) * Double(Timestamp.millisecondsOfHour) / Double(activeMilliseconds)
            : nil
    }

    /// The share of answers that are the model's proposals, unchanged.
    package var acceptance: WilsonInterval {
        WilsonInterval(successes: unchanged, trials: compared)
    }

    /// The share of answers that were not sent back.
    package var firstPass: WilsonInterval {
        WilsonInterval(successes: answers - sentBack, trials: answers)
    }
}
