import GRDB
import TestSupport
import Testing

@testable import ReviewStore

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("image-?7.jpg", GlobPattern.Length.oneOf([12]), ["image-", "7.jpg"]),
        ("*_04?.jpg", .atLeast(8), ["_04", ".jpg"]),
        ("/photos/front*7.jpg", .atLeast(5), ["7.jpg"]),
        ("*/image-?7.jpg", .oneOf([12, 5]), ["7.jpg"]),
        ("*/street.jpg", .oneOf([10]), ["street.jpg"]),
        ("a[]bc]d", .oneOf([3]), ["a", "d"]),
        ("a[^]b]d", .oneOf([3]), ["a", "d"]),
        ("a[bc", .oneOf([]), []),
        ("*", .atLeast(0), []),
    ])
    func whatAPatternSaysOfANameIsKnown(
        pattern: String, length: GlobPattern.Length, texts: [String]
    ) {
        #expect(GlobPattern(pattern).length == length)
        #expect(Self.texts(of: pattern) == texts)
    }

    /// Whatever SQLite lets through has the length and the texts.
    @Test func nothingThatSQLiteMatchesIsLeftOut() throws {
        var random = SeededGenerator(seed: 3)
        func text(_ letters: [Character], _ lengths: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: lengths, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "a"
                })
        }
        var matched = 0
        try DatabaseQueue().read { db in
            for _ in 0..<60_000 {
                let pattern = text(Array("ab/é*?[]^"), 0...7)
                let path = "/" + text(Array("ab/é"), 0...6)
                let name = String(
                    path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
                let subject = pattern.contains("/") ? path : name
                guard
                    try Bool.fetchOne(db, cached: "SELECT ? GLOB ?", arguments: [subject, pattern])
                        == true
                else { continue }
                matched += 1
                #expect(Self.allows(pattern, name: name), "\(pattern) matches \(path)")
            }
        }
        #expect(matched > 1_000)
    }

    private static func texts(of pattern: String) -> [String] {
        GlobPattern(pattern).texts.map { String(String.UnicodeScalarView($0)) }
    }

    private static func allows(_ pattern: String, name: String) -> Bool {
        let count = name.unicodeScalars.count
        let isLength =
            switch GlobPattern(pattern).length {
            case .oneOf(let numbers): numbers.contains(count)
            case .atLeast(let least): count >= least
            }
        var rest = name[...]
        for text in texts(of: pattern) {
            guard let range = rest.firstRange(of: text) else { return false }
            rest = rest[range.upperBound...]
        }
        return isLength
    }
}
