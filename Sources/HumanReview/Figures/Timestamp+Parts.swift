extension Timestamp {
    package static let millisecondsOfHour: Int64 = 3_600_000
    package static let millisecondsOfDay: Int64 = 86_400_000

    /// Whole hours since 1970, rounded down.
    package var hour: Int64 { Self.quotient(milliseconds, Self.millisecondsOfHour) }
    /// Days of UTC since 1970.
    package var day: Int64 { Self.quotient(milliseconds, Self.millisecondsOfDay) }

    private static func quotient(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }
}
