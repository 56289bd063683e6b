import HumanReview
import Testing

@testable import ReviewStore

/// Words of any length, found wherever they are in a file's name and nowhere else.
@Suite struct FileNameSearchTests {
    static let names = [
        "a", "b", "ab", "ba", "AB", "xab", "abx", "xaby", "a.b", "b_a", "ÄB", "aé", "éa", "éé",
        "%_",
        "it's \"b\"", "ordinary.jpg", "q\u{10FFFF}",
    ]
    static let words = [
        "a", "b", "ab", "ba", "bx", "x", "ä", "é", "éa", "éé", ".b", "%", "_", "%_", "'", "\"",
        "pg",
        "jpg", "photos", "q", "qz", "z",
    ]

    @Test(arguments: words) func aWordIsFoundInNames(word: String) throws {
        let temporary = try TemporaryWorkspace()
        let store = try temporary.store()
        _ = try store.add(
            Self.names.map { name in
                var image = TemporaryWorkspace.image(name)
                image.path = "/photos/q/\(name)"
                return image
            }, at: TemporaryWorkspace.time)
        let filter = LoopFilter(terms: [LoopFilter.Term(.word(word))])
        let page = try store.loopPage(
            filter, after: nil, limit: 100, at: TemporaryWorkspace.time, budget: 10_000)
        let found = page.rows.map { String($0.loop.image.path.dropFirst("/photos/q/".count)) }
        #expect(Set(found) == Set(Self.names.filter { Self.contains($0, word.lowercased()) }))
    }

    /// Capitals count as small letters in ASCII alone, and a letter with an accent is none without.
    private static func contains(_ name: String, _ word: String) -> Bool {
        let small = name.unicodeScalars.map { scalar in
            ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }
        let letters = Array(word.unicodeScalars)
        return small.indices.contains { small[$0...].starts(with: letters) }
    }
}
