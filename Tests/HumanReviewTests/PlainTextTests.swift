import Testing

@testable import HumanReview
import TestSupport

@Suite struct PlainTextTests {
    private static let table: [(String, String)] = [
        ("a <b>b</b>\n  c", "a b c"), ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b<br/>c", "a\nb\nc"),
        ("<h1>T</h1>text", "T\n\ntext"), ("<div>a</div><div>b</div>", "a\nb"),
        ("<ul><li>a<li>b</ul>c", "· a\n· b\n\nc"),
        ("<ol start=3><li><p>a</p><p>b</p></li><li>c</ol>", "3. a\n  b\n4. c"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "· a\n  · b\n· c"),
        ("<table><tr><th>a<th>b</tr><tr><td>c<td>d</tr></table>", "a  b\nc  d"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        (
            "&lt;b&gt; &amp;amp; &quot;&#39;&apos; &#x263a;&#9786; &nope; &nbsp;x &",
            "<b> &amp; \"'' ☺☺ &nope; x &"
        ),
        ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"),
        ("a<script>if (1 < 2) {} </scrip></SCRIPT>b<style>p {}</style>c", "abc"),
        ("a<!-- <p> -- > -->b<!DOCTYPE html>c<?x?>d", "abcd"), ("a<!-- b", "a"),
        ("1 < 2 <3> a<", "1 < 2 <3> a<"),
        ("<img src=x alt='a dog'>", "a dog"), ("a\u{1B}[2J\u{9B}b\u{202E}c\u{0}", "a[2Jbc"),
        ("<template>x</template>y<head>z</head>", "y"), ("</ul></li></pre></head>a<li>b", "a\n· b"),
        ("<a title=\"x > y\" b=\"<p>\">t</a>", "t"),
    ]

    @Test(arguments: table) func readsHTML(markup: String, expected: String) {
        #expect(PlainText.of(MarkupTokenizer.tokens(of: markup)) == expected)
    }

    @Test func attributesAreReadAsBrowsersReadThem() throws {
        let tokens = MarkupTokenizer.tokens(of: "<A Href='x\"y' b=1 c d = \"&lt;\" b=2/>")
        let attributes = ["href": "x\"y", "b": "1", "c": "", "d": "<"]
        #expect(tokens == [.start(MarkupTag(name: "a", attributes: attributes, offset: 0))])
    }

    @Test func searchFindsWhatASlowSearchFinds() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                UInt8.random(in: 97...98, using: &random)
            }
            let pattern = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                UInt8.random(in: 97...98, using: &random)
            }
            var expected: [Int] = []
            var place = 0
            while place + pattern.count <= text.count {
                let isHere = text[place..<(place + pattern.count)].elementsEqual(pattern)
                if isHere { expected.append(place) }
                place += isHere ? pattern.count : 1
            }
            #expect(TextSearch.occurrences(of: pattern, in: text) == expected)
        }
    }
}
