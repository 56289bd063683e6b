/// The units ages are typed in, the largest first.
enum AgeUnit: String, CaseIterable {
    case weeks = "w"
    case days = "d"
    case hours = "h"
    case minutes = "min"
    case seconds = "s"

    /// The unit a text names; minutes are typed in two ways.
    init?(typed text: String) { self.init(rawValue: text == "m" ? "min" : text) }

    var milliseconds: Int64 {
        switch self {
        case .weeks: 604_800_000
        case .days: 86_400_000
        case .hours: 3_600_000
        case .minutes: 60_000
        case .seconds: 1_000
        }
    }

    /// An age in the largest unit it is a whole number of.
    static func text(_ milliseconds: Int64) -> String {
        let unit = allCases.first { milliseconds % $0.milliseconds == 0 } ?? .seconds
        return "\(milliseconds / unit.milliseconds)\(unit.rawValue)"
    }
}
