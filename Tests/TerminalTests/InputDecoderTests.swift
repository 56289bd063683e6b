import Screen
import Terminal
import TestSupport
import Testing

@Suite struct InputDecoderTests {
    /// What xterm, tmux, rxvt and the Linux console send, each with the keys it stands for.
    static let keys: [(String, [Key])] = [
        ("a", [.character("a")]), ("é", [.character("é")]), ("漢", [.character("漢")]),
        ("😀", [.character("😀")]), (" ", [.character(" ")]),
        ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{1B}[Z", [.backTab]),
        ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{1B}[3~", [.delete]),
        ("\u{1}", [.control("a")]), ("\u{12}", [.control("r")]), ("\u{1A}", [.control("z")]),
        ("\u{0}", [.control(" ")]), ("\u{1C}", [.control("\\")]),
        ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}[D", [.left]),
        ("\u{1B}OA", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}OC", [.right]), ("\u{1B}OD", [.left]),
        ("\u{1B}[H", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}OH", [.home]), ("\u{1B}OF", [.end]),
        ("\u{1B}[1~", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[7~", [.home]),
        ("\u{1B}[8~", [.end]),
        ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]),
        ("\u{1B}[1;5C", [.right]), ("\u{1B}[1;2A", [.up]), ("\u{1B}O5D", [.left]),
        ("\u{1B}[d", [.left]),
        ("\u{1B}OP", [.function(1)]), ("\u{1B}OS", [.function(4)]), ("\u{1B}[1;2P", [.function(1)]),
        ("\u{1B}[11~", [.function(1)]), ("\u{1B}[15~", [.function(5)]),
        ("\u{1B}[17~", [.function(6)]),
        ("\u{1B}[21~", [.function(10)]), ("\u{1B}[23~", [.function(11)]),
        ("\u{1B}[24~", [.function(12)]),
        ("\u{1B}[[A", [.function(1)]), ("\u{1B}[[E", [.function(5)]),
        ("\u{1B}OM", [.enter]), ("\u{1B}Oj", [.character("*")]), ("\u{1B}Op", [.character("0")]),
        ("\u{1B}Oy", [.character("9")]),
        ("\u{1B}x", [.escape, .character("x")]), ("\u{1B}\u{1B}[A", [.escape, .up]),
        ("\u{1B}\r", [.escape, .enter]),
    ]

    @Test("keys of the terminals", arguments: keys)
    func decodesKey(text: String, keys: [Key]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(Self.bytes(text)) == keys.map { .key($0) })
        #expect(decoder.patience == nil)
    }

    /// Reports, answers and pastes, each with what it says.
    static let reports: [(String, [InputToken])] = [
        ("\u{1B}[I", [.focusGained]), ("\u{1B}[O", [.focusLost]),
        ("\u{1B}[<0;12;34M", [.mouse(report(0, 12, 34))]),
        ("\u{1B}[<0;12;34m", [.mouse(report(0, 12, 34, isRelease: true))]),
        ("\u{1B}[<36;1200;700M", [.mouse(report(36, 1200, 700))]),
        ("\u{1B}[M !\"", [.mouse(report(0, 1, 2))]),
        ("\u{1B}[M#!\"", [.mouse(report(0, 1, 2, isRelease: true))]),
        ("\u{1B}[200~a\u{1B}[A\rb\u{1B}[201~c", [.pasted("a\u{1B}[A\rb"), .key(.character("c"))]),
        ("\u{1B}[?63;1;2;4;22c", [.answer(.primaryAttributes([63, 1, 2, 4, 22]))]),
        ("\u{1B}[>41;379;0c", [.answer(.secondaryAttributes([41, 379, 0]))]),
        ("\u{1B}P>|XTerm(379)\u{1B}\\", [.answer(.version("XTerm(379)"))]),
        ("\u{1B}[?2026;2$y", [.answer(.mode(2026, .reset))]),
        ("\u{1B}[?2;0;1200;780S", [.answer(.graphics(item: 2, status: 0, values: [1200, 780]))]),
        ("\u{1B}[6;13;6t", [.answer(.window(kind: 6, height: 13, width: 6))]),
        ("\u{1B}[0n", [.answer(.ready)]),
    ]

    @Test("reports, answers and pastes", arguments: reports)
    func decodesReport(text: String, tokens: [InputToken]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(Self.bytes(text)) == tokens)
        #expect(decoder.patience == nil)
    }

    @Test(
        "sequences of no meaning are swallowed whole",
        arguments: [
            "\u{1B}[?1;2$y\u{1B}[99~", "\u{1B}[1;2;3x", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
            "\u{1B}]52;c;YQ==\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
            "\u{1B}[200\u{18}", "\u{1B}[2~", "\u{1B}[?9999999999999999999999S", "\u{9B}",
            "\u{1B}[<0;1M", "\u{1B}[!p", "\u{1B}O5",
        ].map(\.self))
    func swallowsUnknown(text: String) {
        var decoder = InputDecoder()
        let tokens = decoder.feed(Self.bytes(text)) + decoder.flush()
        #expect(!tokens.contains { if case .key = $0 { true } else { false } }, "\(tokens)")
    }

    @Test func loneEscapeIsAKeyAfterAWait() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.patience == .milliseconds(25))
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.feed(Self.bytes("[A")) == [.key(.character("[")), .key(.character("A"))])
    }

    @Test func alternateBracketIsTwoKeysAfterAWait() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Self.bytes("\u{1B}[")) == [])
        #expect(decoder.flush() == [.key(.escape), .key(.character("["))])
    }

    @Test func unendedPasteIsHandedOutAfterAWait() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Self.bytes("\u{1B}[200~abc")) == [])
        #expect(decoder.flush() == [.pasted("abc")])
        #expect(decoder.feed(Self.bytes("d")) == [.key(.character("d"))])
    }

    @Test func invalidTextIsDropped() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0xFF, 0xC0, 0x80, 0xE2, 0x82, 0x61]) == [.key(.character("a"))])
    }

    @Test("the same tokens however the bytes are split", arguments: 0..<200)
    func ignoresSplits(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = Self.keys.map(\.0) + Self.reports.map(\.0)
        // A plain key after each, so that none runs into the next.
        let bytes = (0..<20).flatMap { _ in
            Self.bytes((texts.randomElement(using: &random) ?? "") + "z")
        }
        var whole = InputDecoder()
        let expected = whole.feed(bytes)
        var parts = InputDecoder()
        var tokens: [InputToken] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...5, using: &random)
            tokens += parts.feed(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        #expect(tokens == expected)
    }

    @Test("random bytes never trap and are never held without bound", arguments: 0..<100)
    func survivesRandomBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var decoder = InputDecoder()
        let likely = Array("\u{1B}[]OP<?>;:0123456789~Mc\\$y\u{7}".utf8)
        for _ in 0..<50 {
            let bytes = (0..<200).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : likely.randomElement(using: &random) ?? 0
            }
            _ = decoder.feed(bytes)
            if Int.random(in: 0..<10, using: &random) == 0 { _ = decoder.flush() }
        }
        _ = decoder.flush()
        #expect(decoder.feed(Self.bytes("a")) == [.key(.character("a"))])
    }

    static func report(_ button: Int, _ x: Int, _ y: Int, isRelease: Bool = false) -> MouseReport {
        MouseReport(button: button, x: x, y: y, isRelease: isRelease)
    }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
