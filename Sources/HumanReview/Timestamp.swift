/// An instant of UTC in whole milliseconds since 1970, as A2I writes its times.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    /// An instant.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// `YYYY-MM-DDThh:mm:ss.mmmZ`.
    package var iso8601: String {
        secondsText + "." + Self.pad(milliseconds.remainder(1000), 3) + "Z"
    }

    /// `YYYY-MM-DDThh:mm:ssZ`, the fraction cut off.
    package var iso8601Seconds: String { secondsText + "Z" }

    /// `YYYY/MM/DD/hh/mm/ss`, the time part of an output object's key (contract: creation time, UTC).
    package var pathComponents: String {
        let parts = calendar
        return Self.pad(parts.year, 4) + "/"
            + [parts.month, parts.day, parts.hour, parts.minute, parts.second]
            .map { Self.pad($0, 2) }.joined(separator: "/")
    }

    private var secondsText: String {
        let parts = calendar
        return Self.pad(parts.year, 4) + "-" + Self.pad(parts.month, 2) + "-"
            + Self.pad(parts.day, 2)
            + "T" + Self.pad(parts.hour, 2) + ":" + Self.pad(parts.minute, 2) + ":"
            + Self.pad(parts.second, 2)
    }

    private struct Calendar {
        var year: Int64
        var month: Int64
        var day: Int64
        var hour: Int64
        var minute: Int64
        var second: Int64
    }

    /// The proleptic Gregorian date, by Howard Hinnant's `civil_from_days`.
    private var calendar: Calendar {
        let seconds = milliseconds.quotient(1000)
        let days = seconds.quotient(86_400) + 719_468
        let time = seconds.remainder(86_400)
        let era = days.quotient(146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return Calendar(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1, hour: time / 3600,
            minute: time % 3600 / 60, second: time % 60)
    }

    private static func pad(_ value: Int64, _ digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension Int64 {
    /// Division rounding towards minus infinity, for times before 1970.
    fileprivate func quotient(_ divisor: Int64) -> Int64 {
        (self - remainder(divisor)) / divisor
    }

    fileprivate func remainder(_ divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
