import ArgumentParser

/// A span of time as people type it: `90m`, `36h`, `2d` or `1w`.
nonisolated struct AgeArgument: ExpressibleByArgument, Hashable {
    let milliseconds: Int64

    private static let units: [Character: Int64] = [
        "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
    ]
    /// A century of days, so that no sum with a time overflows.
    private static let largest: Int64 = 36_525 * 86_400_000

    /// Reads an option's value.
    ///
    /// - Throws: what an age looks like.
    static func parse(_ argument: String) throws -> AgeArgument {
        guard let age = AgeArgument(argument: argument) else {
            throw ValidationError("an age is a number with m, h, d or w, such as 36h or 5d")
        }
        return age
    }

    init?(argument: String) {
        // As the filter of the list has minutes.
        let argument = argument.hasSuffix("min") ? argument.dropLast(2) : argument[...]
        guard let last = argument.last, let unit = Self.units[last],
            let count = Int64(argument.dropLast()), count > 0, count <= Self.largest / unit
        else { return nil }
        milliseconds = count * unit
    }

    static var defaultValueDescription: String { "1d" }
}
