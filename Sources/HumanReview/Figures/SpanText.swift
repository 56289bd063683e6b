/// Spans of time in two characters or three and a unit, as dashboards and commands write them.
package enum SpanText {
    /// The largest unit alone: `45 s`, `12 min`, `7 h`, `3 d`; never negative.
    package static func of(milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds) / 1000
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60) min"
        // Up to two days the hours still matter.
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) d"
        }
    }
}
