/// How long a worker was busy with a task, from the journal's own clock.
package enum ActiveTime {
    /// A gap between entries longer than this is a pause and is left out whole.
    package static let longestGapMilliseconds: Int64 = 60_000

    /// Active time as people read it: `12.3 s`, from two minutes `4 min`, from two hours `3.2 h`.
    package static func text(_ milliseconds: Int64) -> String {
        let tenths = max(0, milliseconds) / 100
        return switch tenths {
        case ..<1200: "\(tenths / 10).\(tenths % 10) s"
        case ..<72_000: "\(tenths / 600) min"
        default: "\(tenths / 36_000).\(tenths % 36_000 / 3600) h"
        }
    }

    /// The milliseconds between consecutive entries of one worker, pauses and clock jumps left out.
    package static func milliseconds(of journal: [Edit], by worker: Worker) -> Int64 {
        let times = journal.filter { $0.worker == worker }
        return zip(times, times.dropFirst()).reduce(0) { total, pair in
            // Opening again ends the time away from the image, however short.
            guard pair.1.kind != .open else { return total }
            let gap = pair.1.time.milliseconds - pair.0.time.milliseconds
            return (0...longestGapMilliseconds).contains(gap) ? total + gap : total
        }
    }
}
