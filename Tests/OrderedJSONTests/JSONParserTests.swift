import OrderedJSON
import Testing
import TestSupport

@Suite struct JSONParserTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true\r\n", .bool(true)), ("false", .bool(false)),
        ("0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(0x1p63)),
        ("1.0", .number(1)), ("1e2", .number(100)), ("-2.5E-1", .number(-0.25)),
        (#""a\u0041\n\/\ud83d\ude00""#, .string("aA\n/😀")), ("\"é\"", .string("é")),
        ("[]", .array([])), ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
        ("{}", .object([])), ("\u{FEFF}1", .integer(1)),
    ]) func reads(text: String, expected: JSONValue) throws {
        #expect(try JSONParser().parse(text) == expected)
    }

    @Test func keepsOrderAndRepeatedNames() throws {
        let value = try JSONParser().parse(#"{"b": 1, "a": 2, "b": 3}"#)
        #expect(
            value
                == .object([
                    .init("b", .integer(1)), .init("a", .integer(2)), .init("b", .integer(3)),
                ]))
        #expect(value["b"] == .integer(3))
    }

    @Test(arguments: [
        ("", 1, 1, "expected a value, found the end"),
        ("[1,\n 2,]", 2, 4, "expected a value, found ']'"),
        ("{\"a\": 1\n\"b\": 2}", 2, 1, "expected ',' or '}', found '\"'"),
        ("{a: 1}", 1, 2, "expected a name in double quotes, found 'a'"),
        ("[NaN]", 1, 2, "a number must be finite"),
        ("-Infinity", 1, 2, "expected a digit, found 'I'"),
        ("{\"é\": Infinity}", 1, 7, "a number must be finite"),
        ("1e999", 1, 1, "a number must be finite"), ("01", 1, 2, "expected the end, found '1'"),
        ("1.", 1, 3, "expected a digit, found the end"),
        ("['a']", 1, 2, "expected a value, found '''"),
        ("\"a", 1, 1, "a string without an end"),
        (#""\x""#, 1, 3, "expected an escape sequence, found 'x'"),
        (#""\ud800""#, 1, 4, "half a surrogate pair"),
        (#""\udc00\ud800""#, 1, 4, "half a surrogate pair"),
        ("\"\u{1B}[2J\"", 1, 2, "expected '\\' before a control character, found byte 0x1b"),
        ("1 \u{9B}2J", 1, 3, "expected the end, found byte 0xc2"),
        ("nul", 1, 1, "expected a value, found a word without quotes"),
    ]) func refuses(text: String, line: Int, column: Int, reason: String) {
        #expect(throws: JSONParsingError(line: line, column: column, reason: reason)) {
            try JSONParser().parse(text)
        }
    }

    @Test func refusesBytesThatAreNotText() {
        #expect(throws: JSONParsingError(line: 1, column: 1, reason: "a string that is not UTF-8"))
        {
            try JSONParser().parse([0x22, 0xFF, 0x22])
        }
    }

    @Test func isBounded() throws {
        let brackets = String(repeating: "[", count: 100_000)
        #expect(
            throws: JSONParsingError(line: 1, column: 65, reason: "nested deeper than 64 levels")
        ) {
            try JSONParser().parse(brackets)
        }
        #expect(throws: JSONParsingError.self) { try JSONParser(maximumBytes: 3).parse("[12]") }
        #expect(throws: JSONParsingError.self) {
            try JSONParser().parse(String(repeating: "1", count: 3000))
        }
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONParser().parse(deep) }
    }

    @Test(arguments: [
        ("['Cat', 'Dog',]", #"["Cat", "Dog"]"#), (#"['it\'s "it"']"#, #"["it's \"it\""]"#),
        ("{label: 'a', left: 1, 'top': -2.5,}", #"{"label": "a", "left": 1, "top": -2.5}"#),
        ("[ ]", "[]"),
    ]) func readsLiteralsAsBrowsersDo(text: String, standard: String) throws {
        #expect(try JSONParser(dialect: .lenient).parse(text) == JSONParser().parse(standard))
        if text.contains("'") {
            #expect(throws: JSONParsingError.self) { try JSONParser().parse(text) }
        }
    }

    @Test(arguments: ["[,]", "[1,,]", "{,}", "{a b: 1}", "[NaN]", "{: 1}", "[a]"])
    func lenienceHasAnEnd(text: String) {
        #expect(throws: JSONParsingError.self) { try JSONParser(dialect: .lenient).parse(text) }
    }

    @Test(arguments: 0..<40) func mutationsNeverTrap(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var bytes = Array(JSONWriter(style: .pretty).write(RandomJSON.value(&random)).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(
                        Array("[]{}\"'\\u,:-e.0".utf8).randomElement(using: &random) ?? 0, at: place
                    )
                }
            }
            for dialect in [JSONParser.Dialect.standard, .lenient] {
                guard let value = try? JSONParser(dialect: dialect).parse(bytes) else { continue }
                #expect((try? JSONParser().parse(JSONWriter().write(value))) == value)
            }
        }
    }
}
