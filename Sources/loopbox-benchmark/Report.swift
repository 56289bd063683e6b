/// A table and the ratios that are aimed at.
enum Report {
    /// Prints rows in columns, the first to the left and the others to the right.
    static func table(_ rows: [[String]]) {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + space : space + text
            }
            print(cells.joined(separator: "  "))
        }
    }

    /// Prints one line with the target and whether it is met.
    static func ratio(_ name: String, _ value: Double, atLeast target: Double) {
        line(name, value, sign: "≥", target, isMet: value >= target)
    }

    /// Prints one line with the target and whether it is met.
    static func ratio(_ name: String, _ value: Double, atMost target: Double) {
        line(name, value, sign: "≤", target, isMet: value <= target)
    }

    /// A number of at least 0 with some decimals.
    static func number(_ value: Double, decimals: Int = 2) -> String {
        let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let scaled = Int((value * Double(unit)).rounded())
        let fraction = String(scaled % unit)
        return "\(scaled / unit)."
            + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    private static func line(
        _ name: String, _ value: Double, sign: String, _ target: Double, isMet: Bool
    ) {
        let verdict = isMet ? "pass" : "FAIL"
        print("\(verdict)  \(name): \(number(value)) (target \(sign) \(number(target)))")
    }
}
