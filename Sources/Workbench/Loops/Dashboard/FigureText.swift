internal import HumanReview

/// Numbers as the figures write them.
enum FigureText {
    /// A share in whole per cent, `7%`; only all is 100 and only nothing is 0.
    static func percent(_ share: Double?) -> String {
        guard let share else { return "-" }
        if share <= 0 { return "0%" }
        if share >= 1 { return "100%" }
        return "\(min(99, max(1, Int((share * 100).rounded()))))%"
    }

    /// Two decimals, `0.87`; a dash of nothing.
    static func ratio(_ value: Double?) -> String {
        guard let value else { return "-" }
        let hundredths = Int((min(max(abs(value), 0), 1e6) * 100).rounded())
        let fraction = hundredths % 100
        return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)."
            + (fraction < 10 ? "0" : "") + "\(fraction)"
    }

    /// Hours with a decimal below ten.
    static func hours(_ hours: Double) -> String {
        let tenths = Int((min(max(hours, 0), 1e9) * 10).rounded())
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : Counted.of((tenths + 5) / 10)
    }

    /// A date and the time of day, UTC: `11-30 14:05`.
    static func date(_ iso8601: String) -> String {
        let parts = iso8601.split(separator: "T")
        guard parts.count == 2 else { return iso8601 }
        return parts[0].dropFirst(5) + " " + parts[1].prefix(5)
    }
}
