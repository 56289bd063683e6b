import HumanReview
import TestSupport
import Testing

@Suite struct LoopFilterTests {
    @Test func theLeadsOwnExample() throws {
        let filter = try LoopFilter(
            "state:completed,failed label:dog score<0.4 worker:ana age>2d model:v2 reason:audit "
                + "bulk:yes -held:yes created>2026-11-01 sort:-score street")
        #expect(
            filter.terms.map(\.condition) == [
                .states([.completed, .failed]), .labels(["dog"]), .score(.less, 0.4),
                .workers(["ana"]), .age(.greater, 2 * 86_400_000), .models(["v2"]),
                .reasons([.audit]), .isBulk, .isHeld,
                .created(.greater, try #require(TimeSpan("2026-11-01"))), .word("street"),
            ])
        #expect(filter.terms.map(\.isNegated).firstIndex(of: true) == 8)
        #expect(filter.order == .highestScoreFirst)
    }

    @Test(arguments: [
        ("", ""), ("  state:COMPLETED ", "state:completed"), ("bulk:no", "bulk:no"),
        ("-imported:yes", "imported:no"),
        ("-bulk:no", "bulk:yes"), ("-label:dog,cat", "-label:dog,cat"),
        ("label:\"dining table\"", "label:\"dining table\""), ("age>=48h", "age>=2d"),
        ("score=0.5", "score:0.5"), ("sort:age", ""), ("\"state:x\"", "\"state:x\""),
        ("\"-x\"", "\"-x\""), ("\"a\\\"b\\\\\"", "\"a\\\"b\\\\\""), ("a,b", "\"a,b\""),
        ("reason:LOWSCORE", "reason:lowScore"), ("score:none", "score:none"),
        ("completed<2026-02-28T23:59", "completed<2026-02-28T23:59"),
    ])
    func aFilterPrintsAsItMayBeTyped(typed: String, printed: String) throws {
        let filter = try LoopFilter(typed)
        #expect(filter.description == printed)
        #expect(try LoopFilter(filter.description) == filter)
    }

    @Test(arguments: [
        ("lable:dog", 0, "no key 'lable': did you mean 'label'?"),
        ("score<0.4  stat:open", 11, "no key 'stat': did you mean 'state'?"),
        ("state:complete", 6, "no state 'complete': did you mean 'completed'?"),
        ("state:", 6, "'state' takes inprogress, stopping, stopped, completed, failed"),
        (
            "state:open", 6,
            "'open' is no state: it is inprogress, stopping, stopped, completed, "
                + "failed"
        ),
        ("score<1.5", 6, "'1.5' is no score: it is a number from 0 to 1, or none"),
        ("score<none", 6, "'none' is no score: it is a number from 0 to 1, or none"),
        ("age>2", 4, "'2' is no age: it is a number with s, min, h, d or w, such as 2d"),
        (
            "age>99999999999999999999d", 4,
            "'99999999999999999999d' is no age: it is a number with "
                + "s, min, h, d or w, such as 2d"
        ),
        ("label<dog", 0, "'label' is not compared; write label:VALUE"),
        ("label:dog,,cat", 10, "'label' takes a class such as dog"),
        ("name:a,b", 7, "'name' takes one value; quote a comma that belongs to it"),
        ("label:\"dog", 6, "this quote is not closed"),
        (
            "dog -", 5,
            "'-' turns the term after it "
                + "around"
        ),
        (
            "created:2026-02-29", 8,
            "'2026-02-29' is no created: it is a day or minute in UTC, such "
                + "as 2026-11-01 or 2026-11-01T13:45"
        ),
        ("sort:size", 5, "'sort' takes age, -age, score, -score"),
        ("bulk:maybe", 5, "'maybe' is no bulk: it is yes or no"),
    ])
    func whatIsNoFilterIsRefusedAtItsColumn(text: String, column: Int, reason: String) {
        #expect(throws: LoopFilterError(column: column, reason)) { try LoopFilter(text) }
    }

    @Test func anUnknownKeyLikeNoOtherIsAnsweredWithAll() {
        #expect(throws: LoopFilterError.self) { try LoopFilter("xyzzyplugh:1") }
        do {
            _ = try LoopFilter("xyzzyplugh:1")
        } catch {
            #expect(error.reason.contains("state, label, score"))
        }
    }
}

/// Generated filters and generated nonsense.
@Suite struct LoopFilterFuzzTests {
    /// What names and words are made of, the awkward first.
    private static let alphabet: [Character] = Array("\"\\,:<>=- \tab\u{301}é犬🐕*?[]'%_\0")

    @Test func whatIsPrintedIsReadBack() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let filter = Self.filter(&random)
            let text = filter.description
            #expect(try LoopFilter(text) == filter, "\(text.debugDescription)")
        }
    }

    @Test func nonsenseIsReadOrRefusedInside() {
        var random = SeededGenerator(seed: 11)
        let pieces = ["state", "label", "score", "age", "sort", ":", "<", "0.4", "2d", " ", "-"]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? pieces.randomElement(using: &random) ?? ""
                    : String(Self.alphabet.randomElement(using: &random) ?? " ")
            }.joined()
            do {
                let filter = try LoopFilter(text)
                #expect((try? LoopFilter(filter.description)) == filter, "\(text.debugDescription)")
            } catch {
                #expect((0...text.unicodeScalars.count).contains(error.column))
                #expect(!error.reason.isEmpty)
            }
        }
    }

    private static func filter(_ random: inout SeededGenerator) -> LoopFilter {
        let count = Int.random(in: 0...4, using: &random)
        return LoopFilter(
            terms: (0..<count).map { _ in
                LoopFilter.Term(condition(&random), isNegated: Bool.random(using: &random))
            }, order: LoopOrder.allCases.randomElement(using: &random) ?? .newestFirst)
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...6, using: &random)
        return String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
    }

    private static func condition(_ random: inout SeededGenerator) -> LoopCondition {
        let comparison = LoopCondition.Comparison.allCases.randomElement(using: &random) ?? .less
        let texts = (0..<Int.random(in: 1...3, using: &random)).map { _ in text(&random) }
        let spans = ["2026-11-01", "1999-12-31", "2024-02-29T00:07"].compactMap { TimeSpan($0) }
        let all: [LoopCondition] =
            [
                .states([.failed, .inProgress]), .labels(texts), .workers(texts), .holders(texts),
                .assignees(texts), .models(texts), .flows(texts), .reasons([.audit, .lowScore]),
                .score(comparison, Double.random(in: 0...1, using: &random)), .hasNoScore,
                .age(comparison, Int64.random(in: 0...1_000_000, using: &random) * 1_000),
                .isBulk, .isDisputed, .isHeld, .image(glob: texts[0]), .name(prefix: texts[0]),
                .word(texts[0]),
            ] + spans.map { .created(comparison, $0) } + spans.map { .completed(comparison, $0) }
        return all.randomElement(using: &random) ?? .isBulk
    }
}
