/// A day or a minute of UTC, as a filter names it: `2026-11-01` or `2026-11-01T13:45`.
package struct TimeSpan: Hashable, Sendable {
    package let start: Timestamp
    /// The first instant after it.
    package let end: Timestamp

    private static let day: Int64 = 86_400_000
    private static let minute: Int64 = 60_000

    /// The span a text names, or nil when it names none between the years 1970 and 9999.
    package init?(_ text: String) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = parts.first, let days = Self.days(date) else { return nil }
        let midnight = days * Self.day
        guard parts.count == 2 else {
            start = Timestamp(milliseconds: midnight)
            end = Timestamp(milliseconds: midnight + Self.day)
            return
        }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 2, let hour = Self.number(time[0], digits: 2, 0...23),
            let minute = Self.number(time[1], digits: 2, 0...59)
        else { return nil }
        start = Timestamp(milliseconds: midnight + (hour * 60 + minute) * Self.minute)
        end = Timestamp(milliseconds: start.milliseconds + Self.minute)
    }

    /// As it is typed.
    package var text: String {
        let isDay = end.milliseconds - start.milliseconds == Self.day
        return String(start.iso8601.prefix(isDay ? 10 : 16))
    }

    /// Days since 1970, by Howard Hinnant's `days_from_civil`.
    private static func days(_ text: Substring) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4, 1970...9999),
            let month = number(parts[1], digits: 2, 1...12),
            let day = number(parts[2], digits: 2, 1...31)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        // The 31st of a month that has none would be another month's first.
        let instant = Timestamp(milliseconds: days * Self.day)
        return instant.iso8601.prefix(10) == text ? days : nil
    }

    private static func number(
        _ text: Substring, digits: Int, _ range: ClosedRange<Int64>
    ) -> Int64? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int64(text), range.contains(value)
        else { return nil }
        return value
    }
}
