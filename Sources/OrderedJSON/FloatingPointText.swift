/// Floating-point numbers as text.
enum FloatingPointText {
    /// A number as Python's `repr` writes it, or nil when it is not finite.
    ///
    /// Both Python and Swift find the shortest digits that read back the same; they differ in when they
    /// turn to an exponent (Python from 1e16 and below 1e-4) and in how many digits it has.
    static func python(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        let text = number.description
        if (1e-4..<1e16).contains(number.magnitude), !text.utf8.contains(UInt8(ascii: "e")) {
            return text
        }
        let sign = number.sign == .minus ? "-" : ""
        guard number != 0 else { return sign + "0.0" }
        let (digits, pointPosition) = shortestDigits(of: number.magnitude)
        guard (-3...16).contains(pointPosition) else {
            return sign + scientific(digits, exponent: pointPosition - 1)
        }
        return sign + positional(digits, pointPosition: pointPosition)
    }

    /// The significant digits and where the point stands: before digit 0 at position 0.
    private static func shortestDigits(of magnitude: Double) -> (digits: String, point: Int) {
        let parts = magnitude.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let all = mantissa[0] + fraction
        let leadingZeros = all.prefix { $0 == "0" }.count
        let significant = all.dropFirst(leadingZeros)
        let trailingZeros = significant.reversed().prefix { $0 == "0" }.count
        return (
            String(significant.dropLast(trailingZeros)),
            mantissa[0].count + exponent - leadingZeros
        )
    }

    private static func scientific(_ digits: String, exponent: Int) -> String {
        let fraction = digits.dropFirst()
        let magnitude = String(exponent.magnitude)
        return digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
            + (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
    }

    private static func positional(_ digits: String, pointPosition: Int) -> String {
        guard pointPosition > 0 else {
            return "0." + String(repeating: "0", count: -pointPosition) + digits
        }
        let zeros = String(repeating: "0", count: max(0, pointPosition - digits.count))
        let fraction = digits.dropFirst(pointPosition)
        return digits.prefix(pointPosition) + zeros + "." + (fraction.isEmpty ? "0" : fraction)
    }
}
