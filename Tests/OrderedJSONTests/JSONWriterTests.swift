import OrderedJSON
import Testing
import TestSupport

@Suite struct JSONWriterTests {
    private let sample = JSONValue.object([
        .init("b", .array([.integer(1), .number(1), .null])),
        .init("é\u{1B}\u{9B}", .string("😀\"\n")),
        .init("empty", .array([])), .init("none", .object([])),
    ])

    @Test func writesCompactly() {
        #expect(
            JSONWriter().write(sample)
                == #"{"b":[1,1.0,null],"é\u001b\u009b":"😀\"\n","empty":[],"none":{}}"#)
    }

    @Test func writesForPeople() {
        #expect(
            JSONWriter(style: .pretty).write(sample) == #"""
                {
                  "b": [
                    1,
                    1.0,
                    null
                  ],
                  "é\u001b\u009b": "😀\"\n",
                  "empty": [],
                  "none": {}
                }
                """#)
    }

    @Test func writesAsPython() {
        #expect(
            JSONWriter(style: .python).write(sample)
                == #"{"b": [1, 1.0, null], "\u00e9\u001b\u009b": "\ud83d\ude00\"\n", "empty": [], "none": {}}"#
        )
    }

    @Test func writesWhatJSONCannotHoldAsNull() {
        #expect(JSONWriter().write(.array([.number(.nan), .number(-.infinity)])) == "[null,null]")
    }

    @Test(arguments: [JSONWriter.Style.compact, .pretty, .python], 0..<20)
    func writesWhatReadsBackTheSame(style: JSONWriter.Style, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let value = RandomJSON.value(&random)
            #expect(try JSONParser().parse(JSONWriter(style: style).write(value)) == value)
        }
    }

    @Test(.enabled(if: Requirement.isMet(Python.isPresent), "needs python3"))
    func writesTheBytesOfPythonsDumps() throws {
        var random = SeededGenerator(seed: 7)
        let lines = (0..<2000).map { _ in
            JSONWriter(style: .python).write(RandomJSON.value(&random))
        }
        let program = """
            import json, sys
            for line in sys.stdin.buffer:
                print(json.dumps(json.loads(line, object_pairs_hook=lambda pairs: Members(pairs))))
            """
        // A dict would drop repeated names, so Python writes the pairs it read.
        let members = """
            class Members(dict):
                def __init__(self, pairs): super().__init__(pairs); self.pairs = pairs
                def items(self): return self.pairs
                def __bool__(self): return bool(self.pairs)

            """
        let output = try Python.run(members + program, input: lines.joined(separator: "\n") + "\n")
        #expect(output == lines.joined(separator: "\n") + "\n")
    }

    @Test(.enabled(if: Requirement.isMet(Python.isPresent), "needs python3"))
    func writesNumbersAsPythonsRepr() throws {
        var random = SeededGenerator(seed: 11)
        var numbers: [Double] = [
            0, -0.0, 1, 1e16, 1e15, 9_999_999_999_999_998, 123_456_789_012_345_680, 1e-4, 1e-5, 0.1,
            .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e22, 1e100, 0x1p53, 0x1p54, 63.052,
        ]
        numbers += (0..<20_000).map { _ in RandomJSON.number(&random) }
        let input = numbers.map { String($0.bitPattern) }.joined(separator: "\n")
        let program = """
            import struct, sys
            for line in sys.stdin: print(repr(struct.unpack('<d', struct.pack('<Q', int(line)))[0]))
            """
        let expected = try Python.run(program, input: input).split(separator: "\n").map(String.init)
        #expect(numbers.map { JSONWriter(style: .python).write(.number($0)) } == expected)
    }

    @Test(.enabled(if: Requirement.isMet(Python.isPresent), "needs python3"))
    func readsWhatPythonReadsAndRefusesWhatItRefuses() throws {
        var random = SeededGenerator(seed: 13)
        var texts: [String] = []
        for _ in 0..<3000 {
            var scalars = Array(
                JSONWriter(style: .python).write(RandomJSON.value(&random)).unicodeScalars)
            let place = Int.random(in: 0..<scalars.count, using: &random)
            scalars[place] =
                Array("[]{}\",:-e.01 ".unicodeScalars).randomElement(using: &random) ?? "0"
            texts.append(String(String.UnicodeScalarView(scalars)))
        }
        // Python reads NaN, infinities and half surrogate pairs; the parser refuses them.
        let program = """
            import json, sys
            def refuse(text): raise ValueError(text)
            def number(text):
                value = float(text)
                if value - value != 0: raise ValueError(text)
                return value
            for line in sys.stdin.buffer:
                try:
                    value = json.loads(
                        line[:-1], parse_constant=refuse, parse_float=number, object_pairs_hook=list)
                    json.dumps(value, ensure_ascii=False).encode()
                    print(1)
                except (ValueError, UnicodeError): print(0)
            """
        let input = texts.joined(separator: "\n") + "\n"
        let expected = try Python.run(program, input: input).split(separator: "\n").map {
            $0 == "1"
        }
        let accepted = texts.map { (try? JSONParser().parse($0)) != nil }
        #expect(zip(texts, zip(accepted, expected)).filter { $0.1.0 != $0.1.1 }.map(\.0) == [])
        #expect(accepted.contains(true) && accepted.contains(false))
    }
}
