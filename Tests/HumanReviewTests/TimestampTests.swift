import Foundation
import HumanReview
import Testing
import TestSupport

@Suite struct TimestampTests {
    /// The calendar is checked against Foundation's.
    @Test func theTextsAreTheSameAsFoundations() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm:ss|yyyy/MM/dd/HH/mm/ss"
        var generator = SeededGenerator(seed: 1)
        // From the first year of the Gregorian calendar to the last of four digits.
        let range = Int64(-12_219_292_800)...253_402_300_799
        for _ in 0..<5_000 {
            let seconds = Int64.random(in: range, using: &generator)
            let fraction = Int64.random(in: 0..<1000, using: &generator)
            let time = Timestamp(milliseconds: seconds * 1000 + fraction)
            let texts = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
                .split(separator: "|")
            let digits = String(1000 + fraction).dropFirst()
            #expect(time.iso8601 == "\(texts[0]).\(digits)Z")
            #expect(time.iso8601Seconds == "\(texts[0])Z")
            #expect(time.pathComponents == texts[1])
        }
    }

    @Test func theContractsSampleHasItsPath() {
        let time = Timestamp(milliseconds: 1_620_336_342_373)
        #expect(time.iso8601 == "2021-05-06T21:25:42.373Z")
        #expect(time.pathComponents == "2021/05/06/21/25/42")
    }
}
