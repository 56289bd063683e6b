import Screen
import Terminal
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

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
