import Annotations
import Testing

@testable import loopbox

@Suite struct QuickClassesTests {
    private let labels = LabelMap("abcdefghijklmno".map(String.init))

    private func chosen(_ used: String) -> String {
        QuickClasses.chosen(from: labels, usedLately: used.map(String.init)).joined()
    }

    @Test(arguments: [
        ("", "abcdefghij"), ("ja", "abcdefghij"), ("k", "abcdefghik"), ("kl", "abcdefghlk"),
        ("lk", "abcdefghkl"), ("kj", "abcdefghkj"), ("kajl", "abcdefglkj"),
        ("z", "abcdefghij"), ("abcdefghijk", "abcdefghij"), ("klmno", "abcdeonmlk"),
    ]) func classesInUseKeepTheirDigits(used: String, expected: String) {
        #expect(chosen(used) == expected)
    }

    @Test func fewClassesAreAllChosen() {
        let few = LabelMap(["cat", "dog"])
        #expect(QuickClasses.chosen(from: few, usedLately: ["dog"]) == ["cat", "dog"])
    }
}
