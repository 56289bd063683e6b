import OrderedJSON
import TestSupport

/// Values of every kind, with awkward strings and numbers.
enum RandomJSON {
    static func value(_ random: inout SeededGenerator, depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2:
            .integer(Int64(bitPattern: random.next()) >> Int64.random(in: 0..<63, using: &random))
        case 3, 4: .number(number(&random))
        case 5: .string(string(&random))
        case 6: .array((0..<size(&random)).map { _ in value(&random, depth: depth + 1) })
        default:
            .object(
                (0..<size(&random)).map { _ in
                    JSONValue.Member(string(&random), value(&random, depth: depth + 1))
                })
        }
    }

    static func number(_ random: inout SeededGenerator) -> Double {
        let bits = Double(bitPattern: random.next())
        let exponent = Int.random(in: -8...20, using: &random)
        let plain = Double(Int.random(in: -99_999...99_999, using: &random))
        let scaled = (0..<abs(exponent)).reduce(plain) { value, _ in
            exponent < 0 ? value / 10 : value * 10
        }
        return bits.isFinite && .random(using: &random) ? bits : scaled
    }

    static func string(_ random: inout SeededGenerator) -> String {
        let alphabet = Array("ab\"\\/\u{0}\u{1B}\n\t\u{7F}\u{9B}é日😀\u{2028}'{}[],: ".unicodeScalars)
        var text = ""
        for _ in 0..<size(&random) {
            text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return text
    }

    private static func size(_ random: inout SeededGenerator) -> Int {
        Int.random(in: 0..<5, using: &random)
    }
}
