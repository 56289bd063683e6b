import Testing

@testable import DatasetFormats
import TestSupport

@Suite struct XMLElementTests {
    private func parse(_ text: String) throws -> XMLElement {
        try XMLElement(contentsOf: Array(text.utf8), source: "x.xml")
    }

    @Test func readsWhatXMLAllows() throws {
        let root = try parse(
            """
            \u{FEFF}<?xml version="1.0"?>
            <!-- a > b -->
            <a one="1>2" two='"'>
             x<b/>&lt;&amp;&gt;&quot;&apos;&#228;&#x4E00;<![CDATA[<raw> & ]]]><c >y</c >
            </a>
            <!-- end -->

            """)
        #expect(root.name == "a" && root.line == 3)
        #expect(root.trimmedText == "x<&>\"'ä一<raw> & ]")
        #expect(root.children.map(\.name) == ["b", "c"])
        #expect(root.child("c")?.text == "y" && root.child("c")?.line == 4)
    }

    @Test(arguments: [
        "", "text", "<a>", "<a></b>", "<a/><b/>", "<a/>text", "<a", "<>", "<a>&</a>",
        "<a>&nbsp;</a>",
        "<a>&#0;</a>", "<a>&#27;</a>", "<a>&#xD800;</a>", "<a>&#-65;</a>", "<a><![CDATA[</a>",
        "<a>\u{1B}[2J</a>", "<!-- ", "</a>", "<a b='", "<a <b/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        "<!DOCTYPE l [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">]><l>&m;</l>",
    ])
    func refusesTheRest(text: String) {
        #expect(throws: DatasetFormatError.self) { try parse(text) }
    }

    @Test func depthAndSizeAreBounded() {
        let deep = String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
        #expect(throws: DatasetFormatError.self) { try parse(deep) }
        #expect(throws: DatasetFormatError.self) {
            try XMLElement(
                contentsOf: [UInt8](repeating: 32, count: XMLElement.byteLimit + 1), source: "x")
        }
        #expect(throws: DatasetFormatError.self) {
            try XMLElement(contentsOf: [0x3C, 0x61, 0xFF, 0x3E], source: "x")
        }
    }

    @Test func mutationsNeverTrap() {
        var random = SeededGenerator(seed: 42)
        let next = { (bound: Int) in Int.random(in: 0..<bound, using: &random) }
        let alphabet = Array("<>/&;#x![]-CDAT?\"'= \n1a\u{1B}".utf8) + [0, 0x80, 0xFF]
        var survivors = 0
        for round in 0..<3_000 {
            var bytes = Array(PascalVOCTests.sample.xml.utf8)
            for _ in 0..<(1 + round % 6) {
                let place = next(bytes.count)
                switch next(3) {
                case 0: bytes[place] = alphabet[next(alphabet.count)]
                case 1: bytes.insert(alphabet[next(alphabet.count)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + next(30)))
                }
            }
            if (try? PascalVOC(contentsOf: bytes)) != nil { survivors += 1 }
        }
        #expect(survivors > 0 && survivors < 3_000)
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededGenerator(seed: 9)
        for length in 0..<400 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...127, using: &random) }
            #expect(throws: DatasetFormatError.self) {
                try PascalVOC(contentsOf: Array("<annotation>".utf8) + bytes)
            }
        }
    }
}
